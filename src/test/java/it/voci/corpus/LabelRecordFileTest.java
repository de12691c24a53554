package it.voci.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelRecordFileTest {
  private static final String TONE =
      "'tone':{'label':'good','confidence':0.9,'scores':{'good':0.9,'bad':0.1}}";

  @TempDir private Path folder;

  private List<LabelRecord> read(String lines) throws IOException {
    Path file = Files.writeString(folder.resolve("l.jsonl"), lines.replace('\'', '"'));
    List<LabelRecord> records = new ArrayList<>();
    new LabelRecordFile(List.of()).forEach(file, (record, where) -> records.add(record));
    return records;
  }

  @Test
  void forEach_records_tellTasksLabelsAndSpeech() throws IOException {
    List<LabelRecord> records =
        read(
            "{'article':'a','index':1,'text':'Sì, ha detto.','outlet':' ','date':'2024-05','model':'m@0',"
                + TONE
                + ",'subjects':{'labels':['food'],'unsure':['travel'],'scores':{'food':0.8,'travel':0.4}},"
                + "'thresholds':{},'speakers':[{'name':'Ada','side':'west','start':0,'end':2}],'gold':{}}\n"
                + "{'article':'a','index':2,'text':'','tone':null,'subjects':null}\n");
    LabelRecord first = records.get(0);
    assertThat(first.outlet()).isEmpty();
    assertThat(first.date()).hasValue("2024-05");
    assertThat(first.answers()).hasSize(2);
    assertThat(first.answer("tone").orElseThrow().labels()).containsExactly("good");
    assertThat(first.answer("tone").get().task().labelIds()).containsExactly("good", "bad");
    assertThat(first.answer("subjects").orElseThrow().task().isSingle()).isFalse();
    assertThat(first.answer("subjects").get().isAbstention()).isFalse();
    assertThat(first.speeches()).containsExactly(new LabelRecord.Speech("Ada", "west", 0, 2));
    assertThat(records.get(1).answers()).isEmpty();
  }

  @Test
  void forEach_noLabel_isAnAbstention() throws IOException {
    LabelRecord record =
        read("{'article':'a','index':0,'text':'Sì'," + TONE.replace("'good',", "null,") + "}")
            .get(0);
    assertThat(record.answer("tone").orElseThrow().isAbstention()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'id':'a','paragraphs':[]}|an article, not a label record",
        "{'article':'a','index':0}|no 'text'",
        "{'index':0,'text':''}|no 'article'",
        "{'article':'a','text':''}|no 'index'",
        "{'article':'a','index':-1,'text':''}|'index' must be a whole number",
        "{'article':'a','index':0,'text':'','tone':{'label':'good'}}|'tone' has no scores",
        "{'article':'a','index':0,'text':'','tone':{'label':'x','scores':{'a':1,'b':0}}}|must be one of a, b but was 'x'",
        "{'article':'a','index':0,'text':'','tone':{'label':'a','scores':{'A b':1,'b':0}}}|snake_case",
        "{'article':'a','index':0,'text':'','speakers':[{'start':0,'end':3}]}|end within the text",
        "{'article':'a','index':0,'text':'','speakers':[3]}|must hold objects with a start",
        "[]|expected a JSON object"
      })
  void forEach_badLine_isNamed(String line, String message) {
    assertThatThrownBy(() -> read("\n" + line))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("l.jsonl:2: ")
        .hasMessageContaining(message);
  }

  @Test
  void meta_table_isReadWhateverTheOrderOfItsColumns() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("m.csv"),
            "\uFEFFDate,article,note,Outlet\n2024-05,a,x,\"Alba, sera\"\n,b,,\n");
    assertThat(ArticleMetaFile.read(file))
        .containsOnlyKeys("a", "b")
        .extractingByKey("a")
        .isEqualTo(
            new ArticleMetaFile.Meta(
                java.util.Optional.of("Alba, sera"), java.util.Optional.of("2024-05")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "outlet,date|m.csv:1: expected the columns article,outlet,date",
        "article,outlet;a|m.csv:2: expected 2 cells but was 1",
        "article,date;a,maggio|m.csv:2: expected a date yyyy-MM or yyyy-MM-dd but was 'maggio'",
        "article,outlet;a,x;a,y|m.csv:3: article 'a' already stands above",
        "article,outlet;,x|m.csv:2: the row names no article"
      })
  void meta_badTable_isNamed(String lines, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("m.csv"), lines.replace(';', '\n'));
    assertThatThrownBy(() -> ArticleMetaFile.read(file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(message);
  }
}
