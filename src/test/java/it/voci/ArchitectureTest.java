package it.voci;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between packages point down only. */
class ArchitectureTest {
  /** Top to bottom. */
  private static final List<String> PACKAGES =
      List.of(
          "cli",
          "app",
          "report",
          "dl4j",
          "store",
          "evaluation",
          "classifier",
          "features",
          "quotes",
          "actors",
          "embedding",
          "input",
          "corpus",
          "text");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("it.voci");

  @Test
  void packages_dependOnThoseBelowOnly() {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String name : PACKAGES) {
      layers = layers.layer(name).definedBy("it.voci." + name + "..");
    }
    for (int i = 0; i < PACKAGES.size(); i++) {
      layers =
          i == 0
              ? layers.whereLayer(PACKAGES.get(i)).mayNotBeAccessedByAnyLayer()
              : layers
                  .whereLayer(PACKAGES.get(i))
                  .mayOnlyBeAccessedByLayers(PACKAGES.subList(0, i).toArray(String[]::new));
    }
    layers.check(CLASSES);
  }

  @Test
  void packages_areFreeOfCycles() {
    slices().matching("it.voci.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyClass_standsInAKnownPackage() {
    classes()
        .that()
        .doNotHaveFullyQualifiedName("it.voci.UserException")
        .should()
        .resideInAnyPackage(
            PACKAGES.stream().map(name -> "it.voci." + name + "..").toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void deeplearning4j_isKnownToItsPackageOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackage("it.voci.dl4j..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
        .check(CLASSES);
  }

  @Test
  void models_areNotReadByJavaSerialisation() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.ObjectInputStream")
        .check(CLASSES);
  }
}
