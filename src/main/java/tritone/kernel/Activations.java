package tritone.kernel;

/**
 * The exponential function by its series, sigmoid and tanh by a rational function: a polynomial of degree 13 over one of degree 6, with the coefficients of Eigen's
 * fast tanh. Off by less than 4e-7 from the exact tanh and 2e-7 from the exact sigmoid; a test holds that. Plain arithmetic
 * in a fixed order, so that every machine gives the same bits.
 */
final class Activations {
    /** Beyond this, tanh is 1 in single precision. */
    static final float BOUND = 7.90531110763549805f;

    static final float P1 = 4.89352455891786e-03f;
    static final float P3 = 6.37261928875436e-04f;
    static final float P5 = 1.48572235717979e-05f;
    static final float P7 = 5.12229709037114e-08f;
    static final float P9 = -8.60467152213735e-11f;
    static final float P11 = 2.00018790482477e-13f;
    static final float P13 = -2.76076847742355e-16f;
    static final float Q0 = 4.89352518554385e-03f;
    static final float Q2 = 2.26843463243900e-03f;
    static final float Q4 = 1.18534705686654e-04f;
    static final float Q6 = 1.19825839466702e-06f;

    /** Beyond these, {@link #exp} stays what it is there. */
    static final float LEAST_POWER = -87;

    static final float MOST_POWER = 88;

    static final float LOG2_E = 1.44269504f;

    /** The logarithm of 2 in two parts, so that a whole number of it can be taken away without loss. */
    static final float LN2_HIGH = 0.693359375f;

    static final float LN2_LOW = -2.12194440e-4f;

    /** Added to a number of moderate size, it leaves the nearest whole one in the last bits. */
    static final float ROUNDING = 12_582_912;

    static final float E2 = 1 / 2f;
    static final float E3 = 1 / 6f;
    static final float E4 = 1 / 24f;
    static final float E5 = 1 / 120f;
    static final float E6 = 1 / 720f;

    /** The bits of 1, whose exponent whole numbers are added to. */
    static final int ONE = Float.floatToRawIntBits(1);

    static final int EXPONENT_AT = 23;

    private Activations() {}

    /** A power of two times the series of what is left, which is at most half the logarithm of 2. */
    static float exp(float value) {
        float x = Math.max(LEAST_POWER, Math.min(MOST_POWER, value));
        float shifted = Math.fma(x, LOG2_E, ROUNDING);
        float whole = shifted - ROUNDING;
        float rest = Math.fma(whole, -LN2_LOW, Math.fma(whole, -LN2_HIGH, x));
        float p = Math.fma(rest, E6, E5);
        p = Math.fma(rest, p, E4);
        p = Math.fma(rest, p, E3);
        p = Math.fma(rest, p, E2);
        p = Math.fma(rest, p, 1);
        p = Math.fma(rest, p, 1);
        return p * Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << EXPONENT_AT) + ONE);
    }

    static float tanh(float value) {
        float x = Math.max(-BOUND, Math.min(BOUND, value));
        float x2 = x * x;
        float p = Math.fma(x2, P13, P11);
        p = Math.fma(x2, p, P9);
        p = Math.fma(x2, p, P7);
        p = Math.fma(x2, p, P5);
        p = Math.fma(x2, p, P3);
        p = Math.fma(x2, p, P1);
        float q = Math.fma(x2, Q6, Q4);
        q = Math.fma(x2, q, Q2);
        q = Math.fma(x2, q, Q0);
        return x * p / q;
    }

    static float sigmoid(float value) {
        return Math.fma(0.5f, tanh(0.5f * value), 0.5f);
    }
}
