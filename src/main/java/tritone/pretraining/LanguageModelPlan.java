package tritone.pretraining;

import java.util.OptionalInt;
import tritone.network.CellSpec;
import tritone.network.LanguageModelShape;
import tritone.training.NetworkPlan;
import tritone.training.Schedule;

/**
 * How a language model is learnt.
 *
 * @param network the cell, what it begins with, its rates, and its loop, whose epochs are passes over the text
 * @param piece tokens at most that are read in one go; longer reviews are cut into pieces of one length
 * @param candidates words on average that each word is told apart from in a step
 */
public record LanguageModelPlan(NetworkPlan network, int piece, int candidates) {
    public LanguageModelPlan {
        atLeast("piece", piece, 2); // a word, and one to guess
        atLeast("candidates", candidates, 1);
        whole("batch", network.loop().batch());
        whole("epochs", network.loop().epochs());
        if (network.loop().steps().isPresent()) {
            throw new IllegalArgumentException("steps must be all, as passes over the text are whole, but was "
                    + network.loop().steps().getAsInt());
        }
        if (network.rate().schedule() == Schedule.PLATEAU) {
            throw new IllegalArgumentException(
                    "schedule must be constant or one-cycle, which need no validation, but was "
                            + network.rate().schedule());
        }
    }

    private static void whole(String name, OptionalInt value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " must be a whole number for a language model but was auto");
        }
    }

    /** Pieces in a batch. */
    public int batch() {
        return network.loop().batch().getAsInt();
    }

    /** Passes over the text. */
    int passes() {
        return network.loop().epochs().getAsInt();
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + " but was " + value);
        }
    }

    /** The model for a vocabulary. */
    public LanguageModelShape shape(int vocabulary) {
        CellSpec cell = network.shape().cell();
        return new LanguageModelShape(vocabulary, network.shape().embedding(), cell);
    }
}
