package tritone.kernel;

/** Chooses once. The class is named, not mentioned, because it cannot be loaded where the module is missing. */
final class FastestArithmetic {
    private static final String MODULE = "jdk.incubator.vector";

    static final Arithmetic CHOSEN = choose();

    private FastestArithmetic() {}

    private static Arithmetic choose() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Arithmetic.SCALAR;
        }
        try {
            return (Arithmetic) Class.forName("tritone.kernel.VectorArithmetic")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the class is in this package", e);
        }
    }
}
