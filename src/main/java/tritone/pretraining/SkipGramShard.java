package tritone.pretraining;

import java.util.SplittableRandom;
import tritone.encoding.EncodedCorpus;
import tritone.kernel.Arithmetic;
import tritone.kernel.SkipGram;
import tritone.vocabulary.Vocabulary;

/** Learns from some of the reviews on vectors of its own, and marks those that it moved. */
final class SkipGramShard {
    private final SkipGramPlan plan;
    private final WordShares shares;
    private final float[] kept; // [id] how probably a word stays
    private final int stride;
    private final SkipGram step;
    private final SkipGram.Rows rows;
    private final int[] rowIds; // of the rows in this step
    private final int[] places; // of the words around
    private final float[] vectors; // [id][stride]
    private final float[] outputs; // [id][stride]
    private final boolean[] vectorMoved; // [id]
    private final boolean[] outputMoved; // [id]
    private int[] ids = new int[1024];

    SkipGramShard(SkipGramPlan plan, WordShares shares, float[] vectors, Arithmetic arithmetic) {
        this.plan = plan;
        this.shares = shares;
        this.kept = shares.kept(plan.sample());
        this.stride = SkipGram.stride(plan.numbers());
        this.step = arithmetic.skipGram();
        // Of few words not all are drawn: to come upon the last ones by chance would take long.
        this.rows = SkipGram.Rows.of(1 + Math.min(plan.negatives(), shares.words() / 2), stride);
        this.rowIds = new int[rows.count()];
        this.places = new int[2 * plan.window()];
        this.vectors = vectors;
        this.outputs = new float[vectors.length];
        this.vectorMoved = new boolean[vectors.length / stride];
        this.outputMoved = new boolean[vectors.length / stride];
    }

    float[] vectors() {
        return vectors;
    }

    float[] outputs() {
        return outputs;
    }

    boolean[] vectorMoved() {
        return vectorMoved;
    }

    boolean[] outputMoved() {
        return outputMoved;
    }

    void learn(EncodedCorpus corpus, int review, float rate, SplittableRandom random) {
        int length = read(corpus, review, random);
        for (int at = 0; at < length; at++) {
            int reach = 1 + random.nextInt(plan.window());
            int around = 0;
            for (int i = Math.max(0, at - reach); i <= Math.min(length - 1, at + reach); i++) {
                if (i != at) {
                    vectorMoved[ids[i]] = true;
                    places[around++] = ids[i] * stride;
                }
            }
            if (around > 0) {
                fetchRows(ids[at], random);
                step.learn(vectors, places, around, rows, rate);
                storeRows();
            }
        }
    }

    /** The known words that chance leaves in a review; they move together. */
    private int read(EncodedCorpus corpus, int review, SplittableRandom random) {
        int length = corpus.length(review);
        ids = ids.length < length ? new int[2 * length] : ids;
        corpus.copyIds(review, 0, ids, 0, length);
        int left = 0;
        for (int i = 0; i < length; i++) {
            int id = ids[i];
            if (id > Vocabulary.UNKNOWN && (kept[id] == 1 || random.nextDouble() < kept[id])) {
                ids[left++] = id;
            }
        }
        return left;
    }

    private void fetchRows(int word, SplittableRandom random) {
        rowIds[0] = word;
        for (int row = 1; row < rowIds.length; row++) {
            do {
                rowIds[row] = shares.draw(random);
            } while (isAmongTheFirst(row, rowIds[row])); // one row cannot be moved in two places
        }
        for (int row = 0; row < rowIds.length; row++) {
            System.arraycopy(outputs, rowIds[row] * stride, rows.values(), row * stride, stride);
        }
    }

    private boolean isAmongTheFirst(int count, int id) {
        for (int row = 0; row < count; row++) {
            if (rowIds[row] == id) {
                return true;
            }
        }
        return false;
    }

    private void storeRows() {
        for (int row = 0; row < rowIds.length; row++) {
            System.arraycopy(rows.values(), row * stride, outputs, rowIds[row] * stride, stride);
            outputMoved[rowIds[row]] = true;
        }
    }
}
