package it.voci.input;

import it.voci.UserException;
import it.voci.text.Paragraphs;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * Word documents (Office Open XML): the paragraphs of the body, text boxes and tables; headers,
 * footers, notes and deleted text are left out. A paragraph in the style "Title" is the title.
 */
final class DocxArticle {
  private static final Pattern BODY = Pattern.compile("/?word/document\\d*\\.xml");
  private static final String PROPERTIES = "docProps/core.xml";

  /** The body of a book of a thousand pages has a tenth of it. */
  private static final long LARGEST_PART = 64L << 20;

  private static final Set<String> LEFT_OUT = Set.of("Fallback", "del", "moveFrom");
  private static final Set<String> TITLE_STYLES = Set.of("Title", "Titolo");

  /** Paragraphs that are being read, the innermost first; text boxes stand within others. */
  private final Deque<StringBuilder> open = new ArrayDeque<>();

  private final List<String> paragraphs = new ArrayList<>();
  private Optional<String> title = Optional.empty();
  private boolean inTitle;

  private DocxArticle() {}

  static InputArticle read(byte[] bytes, String name) {
    DocxArticle document = new DocxArticle();
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
            .setUseUnicodeExtraFields(false)
            .get()) {
      ZipArchiveEntry body =
          Collections.list(zip.getEntries()).stream()
              .filter(entry -> BODY.matcher(entry.getName()).matches())
              .findFirst()
              .orElseThrow(() -> new UserException(name + ": not a Word document"));
      parse(zip, body, name, document::body);
      ZipArchiveEntry properties = zip.getEntry(PROPERTIES);
      if (document.title.isEmpty() && properties != null) {
        parse(zip, properties, name, document::properties);
      }
    } catch (IOException | XMLStreamException | IllegalArgumentException e) {
      throw new UserException(
          name
              + ": not a Word document that can be read (broken, of an old version or protected);"
              + " save it anew as .docx without a password",
          e);
    }
    if (document.paragraphs.isEmpty()) {
      throw new UserException(name + ": holds no text");
    }
    return InputArticle.of(
        name, document.title, Optional.empty(), Optional.empty(), document.paragraphs);
  }

  /** Told of every element and text of a part. */
  @FunctionalInterface
  private interface Part {
    void read(XMLStreamReader xml) throws XMLStreamException;
  }

  private static void parse(ZipFile zip, ZipArchiveEntry entry, String name, Part part)
      throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    byte[] content;
    try (InputStream in =
        BoundedInputStream.builder()
            .setInputStream(zip.getInputStream(entry))
            .setMaxCount(LARGEST_PART + 1)
            .get()) {
      content = in.readAllBytes();
    }
    if (content.length > LARGEST_PART) {
      throw new UserException(
          name + ": its text fills more than " + (LARGEST_PART >> 20) + " MiB; split it");
    }
    if (!TextDecoder.isUtf8(content)) {
      throw new XMLStreamException("not UTF-8"); // the parser would tell standard error too
    }
    String text = new String(content, StandardCharsets.UTF_8);
    XMLStreamReader xml =
        factory.createXMLStreamReader(
            new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text));
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.DTD) {
        throw new XMLStreamException("a document type in an Office file");
      }
      part.read(xml);
    }
  }

  private void properties(XMLStreamReader xml) throws XMLStreamException {
    if (xml.isStartElement() && xml.getLocalName().equals("title")) {
      title = Optional.of(xml.getElementText().strip()).filter(text -> !text.isEmpty());
    }
  }

  private void body(XMLStreamReader xml) throws XMLStreamException {
    if (xml.isStartElement()) {
      start(xml);
    } else if (xml.isEndElement() && isWord(xml) && xml.getLocalName().equals("p")) {
      end();
    }
  }

  private static boolean isWord(XMLStreamReader xml) {
    String namespace = String.valueOf(xml.getNamespaceURI());
    return namespace.endsWith("/wordprocessingml/2006/main")
        || namespace.endsWith("/wordprocessingml/main");
  }

  private void start(XMLStreamReader xml) throws XMLStreamException {
    if (LEFT_OUT.contains(xml.getLocalName())) {
      skip(xml);
    } else if (isWord(xml)) {
      switch (xml.getLocalName()) {
        case "p" -> open.push(new StringBuilder());
        case "pStyle" -> inTitle |= TITLE_STYLES.contains(attribute(xml, "val"));
        case "t" -> append(xml.getElementText());
        case "tab", "ptab" -> append("\t");
        case "br", "cr" -> append("\n");
        case "noBreakHyphen" -> append("-");
        default -> {} // it says how the text looks
      }
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      xml.next();
      depth += xml.isStartElement() ? 1 : xml.isEndElement() ? -1 : 0;
    }
  }

  private void append(String text) {
    if (!open.isEmpty()) {
      open.peek().append(text);
    }
  }

  private void end() {
    String text = open.isEmpty() ? "" : open.pop().toString();
    if (inTitle && title.isEmpty() && !text.isBlank()) {
      title = Optional.of(text.strip());
    } else if (!text.isBlank()) {
      // Line breaks stand for paragraphs in texts that were pasted from elsewhere.
      Paragraphs.split(text).forEach(span -> paragraphs.add(span.of(text)));
    }
    inTitle = false;
  }
}
