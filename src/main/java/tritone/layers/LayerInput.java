package tritone.layers;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.nd4j.linalg.api.ndarray.INDArray;
import tritone.kernel.SequenceLayout;
import tritone.network.Words;
import tritone.vocabulary.Vocabulary;

/**
 * A batch as an engine reads it.
 *
 * @param ids the different ones, in the order of their rows; empty for vectors
 * @param rows vectors, {@code [rows][inputs]}
 * @param rowOf which of them stands at each place
 */
record LayerInput<A>(BatchForm<A> form, int[] ids, A rows, int[] rowOf) {
    SequenceLayout layout() {
        return form.layout();
    }

    /** Checks the shape of what came in. */
    static void check(INDArray input, RecurrentConf conf, String layer) {
        boolean stepsFirst = conf.getRnnDataFormat() == RNNFormat.NWC;
        boolean fits = conf.readsIds()
                ? input.rank() == 2 || input.rank() == 3 && input.size(1) == 1
                : input.rank() == 3 && input.size(stepsFirst ? 2 : 1) == conf.getNIn();
        if (!fits) {
            String wanted = conf.readsIds()
                    ? "ids [batch][steps]"
                    : "vectors of " + conf.getNIn() + " numbers per step in the format " + conf.getRnnDataFormat();
            throw new IllegalArgumentException(
                    "input must be " + wanted + " but had the shape " + Arrays.toString(input.shape()) + " " + layer);
        }
    }

    /** Looks up the vectors of ids; some of the words are dropped if masks say so. */
    static <A> LayerInput<A> ofIds(
            NumberArrays<A> arrays,
            Sequences sequences,
            INDArray input,
            INDArray embedding,
            RecurrentOptions options,
            DropoutMasks masks) {
        int[][] reviews = sequences.ids(input);
        for (int row = 0; row < reviews.length; row++) {
            masks.dropWords(options.dropouts().word(), row, reviews[row], Vocabulary.UNKNOWN);
        }
        Words words = Words.of(reviews, options.vocabulary());
        int width = (int) embedding.size(1);
        A rows = arrays.create(words.ids().length * width);
        arrays.readRows(embedding, words.ids(), width, rows);
        int wrong = arrays.firstNotFinite(rows);
        if (wrong >= 0) {
            int row = words.ids()[wrong / width];
            int column = wrong % width;
            throw new IllegalArgumentException(RecurrentParameters.EMBEDDING + "[" + (row * width + column)
                    + "] must be a finite number but was " + embedding.getDouble(row, column));
        }
        return new LayerInput<>(
                new BatchForm<>(arrays, sequences, words.layout(), false), words.ids(), rows, words.rowOf());
    }

    /** Takes vectors as they are. */
    static <A> LayerInput<A> ofVectors(
            NumberArrays<A> arrays, Sequences sequences, A numbers, int width, boolean stepsFirst) {
        BatchForm<A> form = new BatchForm<>(arrays, sequences, sequences.layout(), stepsFirst);
        int[] rowOf = new int[form.layout().places()];
        Arrays.setAll(rowOf, place -> place);
        return new LayerInput<>(form, new int[0], form.statesByPlace(numbers, width), rowOf);
    }
}
