package it.voci.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedWorkTest {
  private final List<Integer> results = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void results_ofWorkOfAnyLength_comeInOrder(int cores) {
    Random random = new Random(7);
    try (OrderedWork<Integer, Integer> work =
        new OrderedWork<>(cores, n -> spin(n, random.nextInt(2000)), n -> 1, 100, results::add)) {
      IntStream.range(0, 500).forEach(work::add);
      work.finish();
    }
    assertThat(results).isEqualTo(IntStream.range(0, 500).boxed().toList());
  }

  private static int spin(int result, int rounds) {
    double sum = 0;
    for (int i = 0; i < rounds; i++) {
      sum += Math.sin(i);
    }
    return sum < -1e9 ? -1 : result;
  }

  @Test
  void single_item_isWorkedOnByTheCaller() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (OrderedWork<Integer, Integer> work =
        new OrderedWork<>(
            4,
            n -> {
              threads.add(Thread.currentThread());
              return n;
            },
            n -> 1,
            9,
            results::add)) {
      work.add(1);
      work.finish();
    }
    assertThat(threads).containsExactly(Thread.currentThread());
    assertThat(results).containsExactly(1);
  }

  @Test
  void work_atATime_staysWithinItsBound() {
    AtomicLong inWork = new AtomicLong();
    AtomicLong most = new AtomicLong();
    try (OrderedWork<Integer, Integer> work =
        new OrderedWork<>(
            4,
            n -> {
              most.accumulateAndGet(inWork.addAndGet(n), Math::max);
              spin(n, 500);
              inWork.addAndGet(-n);
              return n;
            },
            n -> n,
            25,
            results::add)) {
      IntStream.range(0, 300).forEach(i -> work.add(10));
      work.add(1000); // larger than the bound: alone
      work.finish();
    }
    assertThat(results).hasSize(301);
    assertThat(most.get()).isEqualTo(1000);
  }

  @Test
  void failure_ofWork_reachesTheCallerAsItIs() {
    assertThatThrownBy(
            () -> {
              try (OrderedWork<Integer, Integer> work =
                  new OrderedWork<>(2, n -> 1 / (n - 3), n -> 1, 9, results::add)) {
                IntStream.range(0, 9).forEach(work::add);
                work.finish();
              }
            })
        .isInstanceOf(ArithmeticException.class);
    assertThat(results).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void close_afterAFailingSink_leavesNoWorkWaiting() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    OrderedWork<Integer, Integer> work =
        new OrderedWork<>(
            2,
            n -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return n;
            },
            n -> 1,
            9,
            results::add);
    work.add(1);
    work.add(2);
    work.close();
    assertThat(results).isEmpty();
  }
}
