package it.voci;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schemas that ship with voci. */
public final class Schemas {
  private Schemas() {}

  /**
   * Asserts that a text follows a schema.
   *
   * @param schema file name without {@code .schema.json}
   */
  public static void assertValid(String schema, String json) {
    try (InputStream in =
        Schemas.class.getResourceAsStream("/it/voci/schema/" + schema + ".schema.json")) {
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(in)
                  .validate(json, InputFormat.JSON))
          .as(json)
          .isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
