package it.voci.input;

import it.voci.UserException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Gets pages of the web: only http and https, only from public addresses unless told otherwise, by
 * few redirects, within a time and up to a size. Safe for use by several threads. To be closed.
 */
public final class WebClient implements Closeable {
  private static final int LARGEST_PORT = 65_535;

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /**
   * How far to go.
   *
   * @param agent what the client calls itself
   * @param allowPrivate addresses of this machine and its network may be connected to
   * @param patience for a connection, and for the next bytes
   * @param deadline for a page, redirects included
   * @param largest bytes of a page, once decompressed
   * @param redirects at most as many
   */
  public record Settings(
      String agent,
      boolean allowPrivate,
      Duration patience,
      Duration deadline,
      int largest,
      int redirects) {
    public Settings {
      if (patience.isNegative() || patience.isZero() || deadline.compareTo(patience) < 0) {
        throw new IllegalArgumentException(
            "patience must be positive and within the deadline but was " + patience);
      }
      if (largest < 1 || redirects < 0) {
        throw new IllegalArgumentException(
            "largest must be positive and redirects not negative but was "
                + largest
                + ", "
                + redirects);
      }
    }

    /** The usual ones. */
    public static Settings of(String agent, boolean allowPrivate) {
      return new Settings(
          agent, allowPrivate, Duration.ofSeconds(15), Duration.ofSeconds(60), 20 << 20, 5);
    }
  }

  private final Settings settings;
  private final CloseableHttpClient client;

  public WebClient(Settings settings) {
    this(settings, SystemDefaultDnsResolver.INSTANCE);
  }

  /** A client that asks others than the system for the addresses of names. */
  WebClient(Settings settings, DnsResolver names) {
    this.settings = settings;
    Timeout patience = Timeout.of(settings.patience());
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(settings.allowPrivate() ? names : new PublicAddresses(names))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(patience)
                            .setSocketTimeout(patience)
                            .build())
                    .build())
            .setUserAgent(settings.agent())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
  }

  /** What a server gave: another address, or a content. */
  private sealed interface Answer permits Moved, Content {}

  private record Moved(String location) implements Answer {}

  /** What stands at an address. */
  static final class Content implements Answer {
    private final byte[] bytes;
    private final Optional<ContentType> type;

    private Content(byte[] bytes, Optional<ContentType> type) {
      this.bytes = bytes;
      this.type = type;
    }

    /**
     * The articles in it.
     *
     * @throws UserException where it is of an unknown kind or holds no text
     */
    Stream<InputArticle> articles(String name) {
      String media = type.map(ContentType::getMimeType).orElse("").toLowerCase(Locale.ROOT);
      return switch (media) {
        case "", "text/html", "application/xhtml+xml" ->
            InputKind.one(HtmlArticle.read(bytes, type.map(ContentType::getCharset), name));
        case "text/plain" -> InputKind.TEXT.read(bytes, name);
        case "application/pdf" -> InputKind.PDF.read(bytes, name);
        case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
            InputKind.DOCX.read(bytes, name);
        default ->
            throw new UserException(
                name + ": is " + media + "; voci reads pages, plain text, PDF and Word documents");
      };
    }
  }

  /**
   * Gets what stands at an address.
   *
   * @throws UserException where it is not one of http or https, may not be connected to, or gives
   *     no content in time
   */
  Content get(String address) {
    long end = System.nanoTime() + settings.deadline().toNanos();
    URI uri = uri(address, address);
    for (int redirects = 0; redirects <= settings.redirects(); redirects++) {
      Answer answer = get(uri, address, end);
      if (answer instanceof Content content) {
        return content;
      }
      uri = uri(resolved(uri, ((Moved) answer).location(), address), address);
    }
    throw new UserException(address + ": redirected more than " + settings.redirects() + " times");
  }

  private static String resolved(URI from, String location, String address) {
    try {
      return from.resolve(location.strip().replace(" ", "%20")).toString();
    } catch (IllegalArgumentException e) {
      throw new UserException(address + ": redirected to what is no address", e);
    }
  }

  private static URI uri(String text, String address) {
    String where = text.equals(address) ? address : address + ": redirected to " + text;
    URI uri;
    try {
      uri = new URI(text.strip().replace(" ", "%20"));
      if (uri.getHost() == null && uri.getRawAuthority() != null) {
        uri = withAsciiHost(uri);
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new UserException(where + ": not an address; expected https://host/path", e);
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new UserException(where + ": only http:// and https:// addresses are read");
    }
    if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getPort() > LARGEST_PORT) {
      throw new UserException(
          where + ": not an address that is read; expected https://host/path, without user name");
    }
    return URI.create(uri.toASCIIString());
  }

  /** Names of hosts may be written in letters that DNS does not know: {@code città.it}. */
  private static URI withAsciiHost(URI uri) throws URISyntaxException {
    String[] hostAndPort = uri.getRawAuthority().split(":", 2);
    String port = hostAndPort.length > 1 ? ":" + hostAndPort[1] : "";
    String rest = uri.toString().substring(uri.toString().indexOf(uri.getRawAuthority()));
    return new URI(
        uri.getScheme()
            + "://"
            + IDN.toASCII(hostAndPort[0])
            + port
            + rest.substring(uri.getRawAuthority().length()));
  }

  private Answer get(URI uri, String address, long end) {
    HttpGet request = new HttpGet(uri);
    request.setHeader("Accept", "text/html,application/xhtml+xml,text/plain;q=0.8,*/*;q=0.5");
    request.setHeader("Accept-Language", "it,en;q=0.5");
    CompletableFuture<Void> alarm =
        CompletableFuture.runAsync(
            request::cancel,
            CompletableFuture.delayedExecutor(end - System.nanoTime(), TimeUnit.NANOSECONDS));
    try {
      return client.execute(request, response -> answer(request, response, address));
    } catch (PublicAddresses.NotPublic e) {
      throw new UserException(
          address
              + ": "
              + e.getMessage()
              + ", an address of this machine or its network; --allow-private reads it",
          e);
    } catch (UnknownHostException e) {
      throw new UserException(address + ": no such host: " + uri.getHost(), e);
    } catch (InterruptedIOException e) {
      throw new UserException(address + ": no answer in time", e);
    } catch (SSLException e) {
      throw new UserException(
          address
              + ": no secure connection ("
              + (e.getCause() instanceof CertificateException
                  ? "the certificate that it shows is not trusted"
                  : e.getMessage())
              + "); save the page in a browser that you trust it in, and name the file",
          e);
    } catch (IOException e) {
      throw new UserException(
          address
              + (request.isCancelled()
                  ? ": no answer in time"
                  : ": cannot be read (" + e.getMessage() + ")"),
          e);
    } finally {
      alarm.cancel(false);
    }
  }

  private Answer answer(HttpGet request, ClassicHttpResponse response, String address)
      throws IOException {
    int status = response.getCode();
    Header location = response.getFirstHeader("Location");
    if (REDIRECTS.contains(status) && location != null) {
      return new Moved(location.getValue());
    }
    HttpEntity entity = response.getEntity();
    if (status != 200 || entity == null) {
      throw new UserException(
          address + ": the server answered " + status + " " + response.getReasonPhrase());
    }
    byte[] bytes = entity.getContent().readNBytes(settings.largest() + 1);
    if (bytes.length > settings.largest()) {
      request.cancel(); // closing alone would read the rest
      throw new UserException(
          address + ": larger than " + (settings.largest() >> 20) + " MiB; save it to a file");
    }
    return new Content(
        bytes, Optional.ofNullable(ContentType.parseLenient(entity.getContentType())));
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
