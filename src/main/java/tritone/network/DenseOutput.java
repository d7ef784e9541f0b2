package tritone.network;

/**
 * The dense layer on top: one sigmoid unit for two classes, a softmax for more. Sums are made in double precision and in a
 * fixed order.
 *
 * @param matrix {@code [features][bias.length]}
 */
record DenseOutput(float[] matrix, float[] bias, int classes) {
    /**
     * Writes the probabilities of one vector of features.
     *
     * @throws ArithmeticException if the sums are no numbers
     */
    void write(float[] features, int at, float[] probabilities, int offset) {
        double[] sums = sums(features, at);
        if (sums.length == 1) {
            float positive = (float) (1 / (1 + StrictMath.exp(-sums[0])));
            probabilities[offset] = 1 - positive;
            probabilities[offset + 1] = positive;
            return;
        }
        softmax(sums, probabilities, offset);
    }

    private double[] sums(float[] features, int at) {
        double[] sums = new double[bias.length];
        int width = matrix.length / sums.length;
        for (int output = 0; output < sums.length; output++) {
            sums[output] = bias[output];
            for (int i = 0; i < width; i++) {
                sums[output] += (double) features[at + i] * matrix[i * sums.length + output];
            }
            if (!Double.isFinite(sums[output])) {
                throw new ArithmeticException("the weights are so large that their sums are no numbers any more");
            }
        }
        return sums;
    }

    private static void softmax(double[] sums, float[] probabilities, int offset) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            highest = Math.max(highest, sum);
        }
        double total = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = StrictMath.exp(sums[i] - highest);
            total += sums[i];
        }
        for (int i = 0; i < sums.length; i++) {
            probabilities[offset + i] = (float) (sums[i] / total);
        }
    }
}
