package it.voci.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * A dataset folder as the checks see it.
 *
 * @param paragraphs of all splits, in order
 */
record CheckedDataset(DatasetFolder folder, List<CheckedParagraph> paragraphs) {
  /** Shorter texts may repeat: credits, captions, links. */
  static final int SHORT = 8;

  static CheckedDataset of(DatasetFolder folder) {
    List<CheckedParagraph> paragraphs = new ArrayList<>();
    folder
        .splits()
        .forEach(
            (split, articles) -> {
              for (PlacedArticle article : articles) {
                for (int i = 0; i < article.article().paragraphs().size(); i++) {
                  paragraphs.add(CheckedParagraph.of(split, article, i));
                }
              }
            });
    return new CheckedDataset(folder, List.copyOf(paragraphs));
  }

  LabelScheme scheme() {
    return folder.scheme();
  }

  List<CheckedParagraph> paragraphs(String split) {
    return paragraphs.stream().filter(paragraph -> paragraph.split().equals(split)).toList();
  }
}
