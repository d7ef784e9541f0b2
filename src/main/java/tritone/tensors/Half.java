package tritone.tensors;

/** Numbers of 16 bits as in IEEE 754, with 5 bits of exponent and 10 of fraction; Java has them from version 20 on. */
final class Half {
    private static final int FRACTION_BITS_LOST = 23 - 10;

    /** What the exponent of a float has on top of that of a half, where it stands in a float. */
    private static final int EXPONENT_OFFSET = 127 - 15 << 23;

    private static final int FLOAT_INFINITY = 0x7f800000;
    private static final int SMALLEST_NORMAL = 0x38800000; // 2^-14
    private static final int FIRST_TO_OVERFLOW = 0x47800000; // 2^16
    private static final int INFINITY = 0x7c00;
    private static final int QUIET_NAN = 0x7e00;

    private Half() {}

    /**
     * The nearest half, the even one of two that are equally near; from 65,520 on that is infinity. No number stays no
     * number, with its sign.
     */
    static short of(float value) {
        int bits = Float.floatToRawIntBits(value);
        int magnitude = bits & Integer.MAX_VALUE;
        return (short) (bits >>> 16 & 0x8000 | half(magnitude));
    }

    private static int half(int magnitude) {
        if (magnitude > FLOAT_INFINITY) {
            // Without the quiet bit, a NaN whose upper fraction is zero would turn into infinity.
            return QUIET_NAN | magnitude >>> FRACTION_BITS_LOST & 0x3ff;
        }
        if (magnitude >= FIRST_TO_OVERFLOW) {
            return INFINITY;
        }
        if (magnitude < SMALLEST_NORMAL) {
            // Floats from 0.5 on are 2^-24 apart, as subnormal halves are: the addition rounds as it should.
            return Float.floatToRawIntBits(Float.intBitsToFloat(magnitude) + 0.5f) - Float.floatToRawIntBits(0.5f);
        }
        // Just under half a step carries what is above the middle, and the middle itself if the last bit kept is odd.
        // The carry may run into the exponent: that is the next power of two, or infinity.
        int odd = magnitude >>> FRACTION_BITS_LOST & 1;
        int justUnderHalf = (1 << FRACTION_BITS_LOST - 1) - 1;
        return magnitude - EXPONENT_OFFSET + justUnderHalf + odd >>> FRACTION_BITS_LOST;
    }

    /** The same number; every half is a float. */
    static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int magnitude = half & 0x7fff;
        if (magnitude < 0x400) {
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(magnitude * 0x1p-24f));
        }
        int wide = magnitude << FRACTION_BITS_LOST;
        return Float.intBitsToFloat(sign | (magnitude < INFINITY ? wide + EXPONENT_OFFSET : wide | FLOAT_INFINITY));
    }
}
