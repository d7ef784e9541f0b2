package tritone.reference;

import java.util.Arrays;

/** Numbers in double precision and how each was made of others, so that gradients follow by the chain rule alone. */
final class Tape {
    private double[] values = new double[1024];
    private double[] gradients = new double[1024];
    private int[] left = new int[1024];
    private int[] right = new int[1024];
    private double[] leftSlopes = new double[1024];
    private double[] rightSlopes = new double[1024];
    private int size;

    /** A number that depends on no other. */
    int leaf(double value) {
        return node(value, 0, 0, 0, 0);
    }

    int[] leaves(double[] numbers) {
        return Arrays.stream(numbers).mapToInt(this::leaf).toArray();
    }

    /** The same number, from which nothing flows back. */
    int detached(int of) {
        return leaf(values[of]);
    }

    private int node(double value, int a, double aSlope, int b, double bSlope) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            gradients = Arrays.copyOf(gradients, 2 * size);
            left = Arrays.copyOf(left, 2 * size);
            right = Arrays.copyOf(right, 2 * size);
            leftSlopes = Arrays.copyOf(leftSlopes, 2 * size);
            rightSlopes = Arrays.copyOf(rightSlopes, 2 * size);
        }
        values[size] = value;
        left[size] = a;
        right[size] = b;
        leftSlopes[size] = aSlope;
        rightSlopes[size] = bSlope;
        return size++;
    }

    double value(int of) {
        return values[of];
    }

    int add(int a, int b) {
        return node(values[a] + values[b], a, 1, b, 1);
    }

    int subtract(int a, int b) {
        return node(values[a] - values[b], a, 1, b, -1);
    }

    int multiply(int a, int b) {
        return node(values[a] * values[b], a, values[b], b, values[a]);
    }

    int scale(int a, double factor) {
        return node(values[a] * factor, a, factor, a, 0);
    }

    int divide(int a, int b) {
        double quotient = values[a] / values[b];
        return node(quotient, a, 1 / values[b], b, -quotient / values[b]);
    }

    int tanh(int a) {
        double value = Math.tanh(values[a]);
        return node(value, a, 1 - value * value, a, 0);
    }

    int sigmoid(int a) {
        double value = 1 / (1 + Math.exp(-values[a]));
        return node(value, a, value * (1 - value), a, 0);
    }

    int rectify(int a) {
        return node(Math.max(0, values[a]), a, values[a] > 0 ? 1 : 0, a, 0);
    }

    int exp(int a) {
        double value = Math.exp(values[a]);
        return node(value, a, value, a, 0);
    }

    /** 1 / sqrt(a). */
    int inverseRoot(int a) {
        double value = 1 / Math.sqrt(values[a]);
        return node(value, a, -0.5 * value / values[a], a, 0);
    }

    int sum(int... terms) {
        int sum = leaf(0);
        for (int term : terms) {
            sum = add(sum, term);
        }
        return sum;
    }

    int product(int[] a, int[] b) {
        int sum = leaf(0);
        for (int i = 0; i < a.length; i++) {
            sum = add(sum, multiply(a[i], b[i]));
        }
        return sum;
    }

    /** Sends these gradients back to where everything came from. */
    void back(int[] nodes, double[] seeds) {
        Arrays.fill(gradients, 0);
        for (int i = 0; i < nodes.length; i++) {
            gradients[nodes[i]] += seeds[i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double gradient = gradients[i];
            if (gradient != 0 && (leftSlopes[i] != 0 || rightSlopes[i] != 0)) {
                gradients[left[i]] += gradient * leftSlopes[i];
                gradients[right[i]] += gradient * rightSlopes[i];
            }
        }
    }

    double[] gradients(int[] nodes) {
        return Arrays.stream(nodes).mapToDouble(node -> gradients[node]).toArray();
    }
}
