package tritone.network;

import java.util.Arrays;
import java.util.stream.IntStream;
import tritone.encoding.ReviewBatch;

/**
 * Floating-point operations that the products of a level need in training, forward and back: three products for each
 * token's state, and three for each different word of a batch.
 */
public record ProductCost(long perToken, long perWord) {
    public static ProductCost of(LevelShape shape) {
        long columns = (long) shape.cell().variant().gates() * shape.cell().units();
        int cells = shape.cell().direction().cells();
        return new ProductCost(6 * cells * columns * shape.cell().units(), 6 * cells * columns * shape.inputs());
    }

    /** Of one batch. */
    public long of(ReviewBatch batch) {
        long tokens = Arrays.stream(batch.lengths()).asLongStream().sum();
        long words = IntStream.range(0, batch.size())
                .flatMap(row ->
                        Arrays.stream(batch.ids(), row * batch.steps(), row * batch.steps() + batch.lengths()[row]))
                .distinct()
                .count();
        return tokens * perToken + words * perWord;
    }
}
