package it.voci.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Article ids that stand in more than one split. */
final class SharedIds implements DatasetCheck.Check {
  @Override
  public List<Finding> find(CheckedDataset dataset) {
    List<Finding> findings = new ArrayList<>();
    Map<String, PlacedArticle> first = new HashMap<>();
    for (PlacedArticle article : dataset.folder().articles()) {
      String id = article.article().id();
      PlacedArticle other = first.putIfAbsent(id, article);
      if (other != null) {
        findings.add(
            Finding.error(
                "shared_id",
                article.where() + ": article '" + id + "' also stands in " + other.where()));
      }
    }
    return findings;
  }
}
