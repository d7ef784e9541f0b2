package tritone.inspection;

import java.util.Arrays;

/** Whole numbers, any number of them. */
final class Ints {
    private int[] values = new int[1024];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, grown(size));
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    /** A half more, up to what an array can hold. */
    static int grown(int size) {
        return (int) Math.min(Integer.MAX_VALUE - 8, size + (size >> 1) + 1L);
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
