package tritone.pretraining;

import java.util.List;
import tritone.kernel.Workers;

/** Puts shards together: a row becomes the mean of what it is in the shards that moved it, in all of them. */
final class ShardMean {
    private static final int ROWS_AT_ONCE = 1024;

    private final List<SkipGramShard> shards;
    private final int stride;

    ShardMean(List<SkipGramShard> shards, int stride) {
        this.shards = shards;
        this.stride = stride;
    }

    void putTogether(Workers workers) {
        float[][] vectors = shards.stream().map(SkipGramShard::vectors).toArray(float[][]::new);
        float[][] outputs = shards.stream().map(SkipGramShard::outputs).toArray(float[][]::new);
        boolean[][] vectorMoved =
                shards.stream().map(SkipGramShard::vectorMoved).toArray(boolean[][]::new);
        boolean[][] outputMoved =
                shards.stream().map(SkipGramShard::outputMoved).toArray(boolean[][]::new);
        int rows = vectorMoved[0].length;
        workers.run((rows + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE, task -> {
            for (int row = task * ROWS_AT_ONCE; row < Math.min(rows, (task + 1) * ROWS_AT_ONCE); row++) {
                mean(vectors, vectorMoved, row);
                mean(outputs, outputMoved, row);
            }
        });
    }

    private void mean(float[][] values, boolean[][] moved, int row) {
        int movers = 0;
        for (boolean[] shard : moved) {
            movers += shard[row] ? 1 : 0;
        }
        if (movers == 0) {
            return;
        }
        for (int i = row * stride; i < (row + 1) * stride; i++) {
            float sum = 0;
            for (int shard = 0; shard < values.length; shard++) {
                sum += moved[shard][row] ? values[shard][i] : 0;
            }
            float mean = sum / movers;
            for (float[] shard : values) {
                shard[i] = mean;
            }
        }
        for (boolean[] shard : moved) {
            shard[row] = false;
        }
    }
}
