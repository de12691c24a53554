package it.voci.embedding.skipgram;

/** Chooses the quickest kernel that this Java has. */
final class Kernels {
  /** Set to {@code scalar}, it keeps the Vector API out. */
  static final String PROPERTY = "voci.kernel";

  private Kernels() {}

  static Kernel best() {
    boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return present && !"scalar".equals(System.getProperty(PROPERTY))
        ? vectorised()
        : new ScalarKernel();
  }

  /** By name, because the class is compiled after all others, with the incubating module. */
  private static Kernel vectorised() {
    try {
      return Class.forName("it.voci.embedding.skipgram.VectorKernel")
          .asSubclass(Kernel.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
