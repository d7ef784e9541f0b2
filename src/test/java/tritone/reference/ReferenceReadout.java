package tritone.reference;

import java.util.Arrays;
import tritone.network.Readout;

/** One sequence's states as one vector. */
record ReferenceReadout(Tape tape, Readout readout) {
    /**
     * Reads.
     *
     * @param states {@code [position][width]}
     * @param last what each cell ended with, {@code [width]}
     */
    int[] read(int[][] states, int[] last, int[] query) {
        int width = last.length;
        int[] mean = new int[width];
        int[] highest = new int[width];
        for (int column = 0; column < width; column++) {
            int c = column;
            int[] numbers = Arrays.stream(states).mapToInt(state -> state[c]).toArray();
            mean[c] = numbers.length == 0 ? tape.leaf(0) : tape.scale(tape.sum(numbers), 1.0 / numbers.length);
            highest[c] = numbers.length == 0 ? tape.leaf(0) : highest(numbers);
        }
        return switch (readout) {
            case LAST -> last;
            case MEAN -> mean;
            case MAX -> highest;
            case LAST_MEAN_MAX -> {
                int[] all = Arrays.copyOf(last, 3 * width);
                System.arraycopy(mean, 0, all, width, width);
                System.arraycopy(highest, 0, all, 2 * width, width);
                yield all;
            }
            case ATTENTION -> attend(states, width, query);
            case STATES -> throw new IllegalArgumentException("no vector");
        };
    }

    private int highest(int[] numbers) {
        int highest = numbers[0];
        for (int node : numbers) {
            highest = tape.value(node) > tape.value(highest) ? node : highest;
        }
        return highest;
    }

    private int[] attend(int[][] states, int width, int[] query) {
        int[] exponentials = new int[states.length];
        for (int position = 0; position < states.length; position++) {
            int[] squashed = Arrays.stream(states[position]).map(tape::tanh).toArray();
            exponentials[position] = tape.exp(tape.product(query, squashed));
        }
        int total = tape.sum(exponentials);
        int[] mean = new int[width];
        for (int column = 0; column < width; column++) {
            int sum = tape.leaf(0);
            for (int position = 0; position < states.length; position++) {
                sum = tape.add(
                        sum, tape.multiply(tape.divide(exponentials[position], total), states[position][column]));
            }
            mean[column] = sum;
        }
        return mean;
    }
}
