package tritone.tensors;

import java.util.Arrays;
import java.util.List;

/** How many places a tensor has in each of its dimensions, the outermost first. */
record Shape(List<Integer> sizes) {
    static final int MAX_DIMENSIONS = 8;

    Shape {
        sizes = List.copyOf(sizes);
        if (sizes.isEmpty() || sizes.size() > MAX_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "expected 1 to " + MAX_DIMENSIONS + " dimensions but found " + sizes.size());
        }
        for (int size : sizes) {
            if (size < 0) {
                throw new IllegalArgumentException("expected no dimension below 0 but found " + size);
            }
        }
        if (numbers(sizes) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "expected at most " + Integer.MAX_VALUE + " numbers but found the shape " + sizes);
        }
    }

    static Shape of(int... sizes) {
        return new Shape(Arrays.stream(sizes).boxed().toList());
    }

    /** Stops at one more than there may be, so that no product overflows; a zero anywhere still makes zero. */
    private static long numbers(List<Integer> sizes) {
        long numbers = 1;
        for (int size : sizes) {
            numbers = Math.min(numbers * size, Integer.MAX_VALUE + 1L);
        }
        return numbers;
    }

    int numbers() {
        return (int) numbers(sizes);
    }

    long bytes(TensorType type) {
        return (long) numbers() * type.bytesPerNumber();
    }

    @Override
    public String toString() {
        return sizes.toString();
    }
}
