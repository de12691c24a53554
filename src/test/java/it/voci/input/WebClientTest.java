package it.voci.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import it.voci.UserException;
import it.voci.corpus.Paragraph;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server on this machine. */
class WebClientTest {
  private static final String TEXT =
      "Il portavoce del Cremlino ha detto che la città è più sicura, e che le trattative"
          + " riprenderanno quando gli alleati di Kiev lo vorranno davvero.";
  private static final String PAGE = "<html><body><p>" + TEXT + "</p></body></html>";
  private static final WebClient.Settings USUAL =
      new WebClient.Settings(
          "voci/test", true, Duration.ofSeconds(5), Duration.ofSeconds(20), 1 << 20, 5);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<String> requested = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private String address;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(String path, String type, byte[] body) {
    server.createContext(
        path,
        exchange -> {
          requested.add(exchange.getRequestHeaders().getFirst("User-Agent"));
          if (!type.isEmpty()) {
            exchange.getResponseHeaders().add("Content-Type", type);
          }
          answer(exchange, 200, body);
        });
  }

  private void redirect(String path, int status, String location) {
    server.createContext(
        path,
        exchange -> {
          requested.add(path);
          exchange.getResponseHeaders().add("Location", location);
          answer(exchange, status, new byte[0]);
        });
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private static List<InputArticle> read(String address, WebClient.Settings settings) {
    try (WebClient web = new WebClient(settings)) {
      return InputReader.stream(address, web).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertText(InputArticle article) {
    assertThat(article.article().paragraphs()).extracting(Paragraph::text).containsExactly(TEXT);
  }

  private static void assertRefused(String address, WebClient.Settings settings, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(address, settings))
        .withMessageContaining(message)
        .withMessageStartingWith(address);
  }

  private static WebClient.Settings strict() {
    return new WebClient.Settings(
        "voci/test", false, Duration.ofSeconds(5), Duration.ofSeconds(20), 1 << 20, 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html; charset=utf-8", "text/html", "", "TEXT/HTML; charset=nonsense"})
  void page_isOneArticleNamedByItsAddress(String type) {
    serve("/a.html", type, PAGE.getBytes(StandardCharsets.UTF_8));
    InputArticle article = read(address + "/a.html", USUAL).get(0);
    assertThat(article.article().id()).isEqualTo(address + "/a.html");
    assertThat(article.input()).isEqualTo(address + "/a.html");
    assertText(article);
    assertThat(requested).containsExactly("voci/test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "ISO-8859-15", "UTF-16BE"})
  void page_inAnotherEncoding_isReadAsTheServerSays(String charset) {
    serve("/a", "text/html; charset=" + charset, PAGE.getBytes(Charset.forName(charset)));
    assertText(read(address + "/a", USUAL).get(0));
  }

  @Test
  void plainText_isReadAsAFileIs() {
    serve("/a", "text/plain", ("date 2024-05\n\n" + TEXT).getBytes(StandardCharsets.UTF_8));
    InputArticle article = read(address + "/a", USUAL).get(0);
    assertText(article);
    assertThat(article.article().date()).contains("2024-05");
  }

  @Test
  void compressedPage_isRead_compressedBombIsRefused() throws IOException {
    for (String path : List.of("/a", "/bomb")) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(path.equals("/a") ? PAGE.getBytes(StandardCharsets.UTF_8) : new byte[50 << 20]);
      }
      server.createContext(
          path,
          exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            answer(exchange, 200, packed.toByteArray());
          });
    }
    assertText(read(address + "/a", USUAL).get(0));
    assertRefused(address + "/bomb", USUAL, ": larger than 1 MiB; save it to a file");
  }

  @Test
  void endlessPage_isRefused() {
    server.createContext(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            while (end.getCount() > 0) {
              out.write(new byte[1 << 16]);
            }
          }
        });
    assertRefused(address + "/a", USUAL, ": larger than 1 MiB");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirect_isFollowed(int status) {
    serve("/b", "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
    redirect("/a", status, "b");
    InputArticle article = read(address + "/a", USUAL).get(0);
    assertThat(article.article().id()).isEqualTo(address + "/a");
    assertText(article);
  }

  @Test
  void redirect_toItself_endsAtTheLimit() {
    redirect("/a", 302, "/a");
    assertRefused(address + "/a", USUAL, ": redirected more than 5 times");
    assertThat(requested).hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/a", "javascript:alert(1)"})
  void redirect_toAnotherScheme_isRefused(String location) {
    redirect("/a", 302, location);
    assertRefused(address + "/a", USUAL, "redirected to " + location);
  }

  @Test
  void redirect_toPrivateAddress_isRefused() {
    serve("/secret", "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
    redirect("/a", 302, address + "/secret");
    // As if the first name were public; the second is resolved as ever.
    DnsResolver names =
        new PublicAddresses(SystemDefaultDnsResolver.INSTANCE) {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            return host.equals("public.example")
                ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                : super.resolve(host);
          }
        };
    String first = "http://public.example:" + server.getAddress().getPort() + "/a";
    try (WebClient web = new WebClient(USUAL, names)) {
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> web.get(first))
          .withMessage(
              first
                  + ": 127.0.0.1 leads to 127.0.0.1, an address of this machine or its network;"
                  + " --allow-private reads it");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat(requested).containsExactly("/a");
  }

  /** Names whose address is another one each time they are asked for. */
  private static final class Names implements DnsResolver {
    private final Deque<String> addresses;
    private final List<String> asked = new ArrayList<>();

    Names(List<String> addresses) {
      this.addresses = new ArrayDeque<>(addresses);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      asked.add(host);
      String next = addresses.size() > 1 ? addresses.remove() : addresses.peek();
      return new InetAddress[] {InetAddress.getByName(next)};
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  @Test
  void nameThatChangesItsAddress_isConnectedToTheCheckedOneOnly() throws IOException {
    serve("/a", "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
    String rebinding = "http://rebinding.example:" + server.getAddress().getPort() + "/a";
    // Checked as a public one that no packet reaches from here, then this machine.
    Names names = new Names(List.of("192.0.2.1", "127.0.0.1"));
    WebClient.Settings hasty =
        new WebClient.Settings(
            "voci/test", false, Duration.ofMillis(300), Duration.ofSeconds(2), 1 << 20, 5);
    for (int i = 0; i < 3; i++) {
      try (WebClient web = new WebClient(hasty, names)) {
        assertThatExceptionOfType(UserException.class).isThrownBy(() -> web.get(rebinding));
      }
    }
    assertThat(names.asked).hasSize(3); // once for each connection
    assertThat(requested).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "127.1"})
  void thisMachine_isRefusedUnlessAllowed(String host) {
    serve("/a", "text/html", PAGE.getBytes(StandardCharsets.UTF_8));
    String local = "http://" + host + ":" + server.getAddress().getPort() + "/a";
    assertThatExceptionOfType(UserException.class).isThrownBy(() -> read(local, strict()));
    assertThat(requested).isEmpty();
  }

  @Test
  void thisMachine_refusal_saysHowToAllowIt() {
    assertRefused(address + "/a", strict(), "--allow-private reads it");
  }

  @Test
  void otherAnswers_areOneLine() {
    server.createContext("/gone", exchange -> answer(exchange, 404, new byte[0]));
    assertRefused(address + "/gone", USUAL, ": the server answered 404 Not Found");
    serve("/picture", "image/png", new byte[] {1, 2, 3});
    assertRefused(address + "/picture", USUAL, ": is image/png; voci reads pages");
    serve("/empty", "text/html", "<p> </p>".getBytes(StandardCharsets.UTF_8));
    assertRefused(address + "/empty", USUAL, ": holds no text that could be an article");
  }

  @Test
  void nobodyListens_isOneLine() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertRefused("http://127.0.0.1:" + port + "/a", USUAL, ": cannot be read (");
  }

  @Test
  void silentServer_isGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      WebClient.Settings hasty =
          new WebClient.Settings(
              "voci/test", true, Duration.ofMillis(200), Duration.ofSeconds(5), 1 << 20, 5);
      assertRefused(
          "http://127.0.0.1:" + silent.getLocalPort() + "/a", hasty, ": no answer in time");
    }
  }

  @Test
  void drippingServer_isGivenUpAtTheDeadline() {
    server.createContext(
        "/a",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          try {
            while (!end.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
              out.write('a');
              out.flush();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    WebClient.Settings hasty =
        new WebClient.Settings(
            "voci/test", true, Duration.ofMillis(500), Duration.ofMillis(700), 1 << 20, 5);
    assertRefused(address + "/a", hasty, ": no answer in time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://example.org/a",
        "jar:file:///a.jar!/b",
        "http://",
        "http:///a",
        "http://user:secret@127.0.0.1/a",
        "http://127.0.0.1:99999999/a",
        "http://a b/",
        "https://[::1"
      })
  void otherAddresses_areRefused(String other) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(other, USUAL))
        .withMessageStartingWith(other);
  }

  @Test
  void settings_outOfRange_areRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () -> new WebClient.Settings("a", false, Duration.ZERO, Duration.ofSeconds(1), 1, 1));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                new WebClient.Settings(
                    "a", false, Duration.ofSeconds(1), Duration.ofSeconds(1), 0, 1));
  }

  /** The alert of a server that agrees to no secure connection: fatal, handshake_failure. */
  private static final byte[] HANDSHAKE_FAILURE = {21, 3, 3, 0, 2, 2, 40};

  @Test
  void get_serverThatRefusesTheHandshake_saysThatTheConnectionIsNotSecure() throws Exception {
    try (ServerSocket secure = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Future<byte[]> answered =
          threads.submit(
              () -> {
                try (Socket connection = secure.accept()) {
                  connection.getOutputStream().write(HANDSHAKE_FAILURE);
                  connection.shutdownOutput();
                  // Closed with bytes unread, the connection would be reset and the alert lost.
                  return connection.getInputStream().readAllBytes();
                }
              });
      String name = "https://127.0.0.1:" + secure.getLocalPort();
      assertRefused(name, USUAL, ": no secure connection (");
      assertThat(answered.get()).isNotEmpty();
    }
  }
}
