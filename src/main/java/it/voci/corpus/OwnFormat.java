package it.voci.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Our own dataset files. */
final class OwnFormat implements DatasetFormat.Codec {
  @Override
  public List<Article> read(Path file, LabelScheme scheme) {
    return DatasetFile.read(file, scheme);
  }

  @Override
  public void write(List<Article> articles, LabelScheme scheme, Appendable out) throws IOException {
    for (Article article : articles) {
      out.append(DatasetFile.format(article, scheme)).append('\n');
    }
  }
}
