package tritone.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfTest {
    private static final int INFINITY = 0x7c00;

    /** What the bits of a finite half mean; infinity stands for the power of two that would follow. */
    private static double meaning(int magnitude) {
        int exponent = magnitude >> 10;
        int fraction = magnitude & 0x3ff;
        return exponent == 0 ? fraction * Math.pow(2, -24) : (1024 + fraction) * Math.pow(2, exponent - 25);
    }

    /** The nearest half by its distance in double precision, where every float and every half is exact. */
    private static int nearest(float value) {
        int sign = Float.floatToRawIntBits(value) < 0 ? 0x8000 : 0;
        double magnitude = Math.abs((double) value);
        int below = 0;
        int above = INFINITY;
        if (magnitude >= meaning(INFINITY)) {
            return sign | INFINITY;
        }
        while (above - below > 1) {
            int middle = (below + above) / 2;
            if (meaning(middle) <= magnitude) {
                below = middle;
            } else {
                above = middle;
            }
        }
        int nearer = Double.compare(magnitude - meaning(below), meaning(above) - magnitude);
        return sign | (nearer < 0 || nearer == 0 && below % 2 == 0 ? below : above);
    }

    private static int half(float value) {
        return Half.of(value) & 0xffff;
    }

    private static void assertNearest(float value) {
        if (half(value) != nearest(value)) { // a million descriptions would take seconds
            assertThat(half(value)).as(Float.toHexString(value)).isEqualTo(nearest(value));
        }
    }

    @Test
    void everyFiniteHalfIsTheFloatThatItMeansAndComesBack() {
        for (int magnitude = 0; magnitude < INFINITY; magnitude++) {
            for (int sign : new int[] {0, 0x8000}) {
                float value = Half.toFloat((short) (sign | magnitude));

                assertThat((double) Math.abs(value)).isEqualTo(meaning(magnitude));
                assertThat(Float.floatToRawIntBits(value) < 0).isEqualTo(sign != 0);
                assertThat(half(value)).isEqualTo(sign | magnitude);
            }
        }
    }

    @Test
    void infinitiesComeBack() {
        assertThat(Half.toFloat((short) 0x7c00)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(Half.toFloat((short) 0xfc00)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(half(Float.POSITIVE_INFINITY)).isEqualTo(0x7c00);
        assertThat(half(Float.NEGATIVE_INFINITY)).isEqualTo(0xfc00);
    }

    @Test
    void everyNanStaysOne() {
        for (int fraction = 1; fraction < 0x400; fraction++) {
            for (int sign : new int[] {0, 0x8000}) {
                float value = Half.toFloat((short) (sign | INFINITY | fraction));

                assertThat(value).isNaN();
                assertThat(half(value)).isEqualTo(sign | INFINITY | 0x200 | fraction);
            }
        }
        assertThat(half(Float.intBitsToFloat(0x7f800001))).isEqualTo(0x7e00);
        assertThat(half(Float.intBitsToFloat(0xff800001))).isEqualTo(0xfe00);
    }

    @Test
    void roundsAtAndAroundTheMiddleOfAnyTwoHalves() {
        for (int magnitude = 0; magnitude < INFINITY; magnitude++) {
            float middle = (float) ((meaning(magnitude) + meaning(magnitude + 1)) / 2);
            for (float value : new float[] {Math.nextDown(middle), middle, Math.nextUp(middle)}) {
                assertNearest(value);
                assertNearest(-value);
            }
        }
    }

    @Test
    void roundsAnyFloatToTheNearest() {
        Random random = new Random(1);
        for (int i = 0; i < 300_000; i++) {
            float anywhere = Float.intBitsToFloat(random.nextInt());
            if (!Float.isNaN(anywhere)) {
                assertNearest(anywhere);
            }
            assertNearest((float) random.nextGaussian());
            assertNearest((float) random.nextGaussian() * 0x1p-15f);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0000",
        "-0.0, 8000",
        "1, 3c00",
        "-2, c000",
        "0.1, 2e66",
        "65504, 7bff",
        "65519.996, 7bff",
        "65520, 7c00",
        "3.4028235e38, 7c00",
        "6.1035156e-5, 0400",
        "6.097555e-5, 03ff",
        "5.9604645e-8, 0001",
        "2.9802322e-8, 0000",
        "2.9802326e-8, 0001",
        "1.4e-45, 0000",
        "2049, 6800",
        "2051, 6802"
    })
    void givesTheseBits(float value, String bits) {
        assertThat(String.format("%04x", half(value))).isEqualTo(bits);
    }
}
