package tritone.kernel;

/**
 * Gradients that vanish. On their way back over hundreds of steps they would end in subnormal numbers, with which a
 * processor is slower by a factor of ten and more. Far above them already they change no sum that matters: what is below
 * some 1e-25 becomes zero, and what is above 1e-17 keeps all its bits.
 */
final class Vanished {
    static final float BOUND = 1e-18f;

    private Vanished() {}

    /** In this order: a comparison would keep the compiler from making vector instructions of a loop. */
    static float flushed(float value) {
        return (value + BOUND) - BOUND;
    }
}
