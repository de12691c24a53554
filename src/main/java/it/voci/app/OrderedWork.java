package it.voci.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Works on one item after another on all cores and hands out the results in the order of the items.
 * Only so many items are taken in as keep the cores busy, so that memory stays in bounds; the first
 * waits for a second, so that a single one needs no further thread. To be used by one thread.
 */
public final class OrderedWork<I, O> implements AutoCloseable {
  /** Items in work, per core. */
  private static final int PER_CORE = 8;

  private final int cores;
  private final Function<I, O> work;
  private final ToLongFunction<I> size;
  private final long most;
  private final Consumer<O> results;
  private final Deque<Pending<O>> pending = new ArrayDeque<>();
  private Optional<I> first = Optional.empty();
  private Optional<ExecutorService> threads = Optional.empty();
  private long inWork;

  private record Pending<O>(Future<O> result, long size) {}

  /**
   * Begins.
   *
   * @param cores threads to use, at least 1
   * @param work safe for use by several threads
   * @param size of an item, in units of {@code most}
   * @param most how much may be in work at a time; a larger item is worked on alone
   * @param results told every result, by the thread that hands in the items
   */
  public OrderedWork(
      int cores, Function<I, O> work, ToLongFunction<I> size, long most, Consumer<O> results) {
    this.cores = cores;
    this.work = work;
    this.size = size;
    this.most = most;
    this.results = results;
  }

  /** Takes in an item; may wait for others, and hand out their results. */
  public void add(I item) {
    if (cores == 1) {
      results.accept(work.apply(item));
    } else if (first.isEmpty() && threads.isEmpty()) {
      first = Optional.of(item);
    } else {
      Optional<I> waiting = first;
      first = Optional.empty();
      waiting.ifPresent(this::submit);
      submit(item);
    }
  }

  private void submit(I item) {
    if (threads.isEmpty()) {
      threads =
          Optional.of(
              Executors.newFixedThreadPool(
                  cores,
                  task -> {
                    Thread thread = new Thread(task, "work");
                    thread.setDaemon(true);
                    return thread;
                  }));
    }
    long weight = size.applyAsLong(item);
    while (!pending.isEmpty() && (inWork + weight > most || pending.size() >= PER_CORE * cores)) {
      handOut();
    }
    inWork += weight;
    pending.add(new Pending<>(threads.get().submit(() -> work.apply(item)), weight));
    while (!pending.isEmpty() && pending.peek().result().isDone()) {
      handOut();
    }
  }

  private void handOut() {
    Pending<O> oldest = pending.remove();
    inWork -= oldest.size();
    O result;
    try {
      result = oldest.result().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    results.accept(result);
  }

  /** Hands out what is left. */
  public void finish() {
    first.ifPresent(item -> results.accept(work.apply(item)));
    first = Optional.empty();
    while (!pending.isEmpty()) {
      handOut();
    }
  }

  /** Drops what is left. */
  @Override
  public void close() {
    threads.ifPresent(ExecutorService::shutdownNow);
  }
}
