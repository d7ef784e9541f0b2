package tritone.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.GroupFile;
import tritone.corpus.Split;

/**
 * Reviews that are not learnt from but validated on.
 *
 * @param part where they have one of their own
 * @param places of those that are cut from the part to learn from
 */
public record HeldReviews(Optional<CorpusPart> part, BitSet places) {
    private static final HeldReviews NONE = new HeldReviews(Optional.empty(), new BitSet());

    /** Those that a plan holds back. {@code validation} is the corpus that it names for that, if it names one. */
    public static HeldReviews of(Corpus corpus, Optional<Corpus> validation, ValidationPlan plan) throws IOException {
        Optional<CorpusPart> own = corpus.part(Split.VALIDATION);
        return switch (plan.source()) {
            case NONE -> NONE;
            case CORPUS -> other(validation.orElseThrow().training());
            case CUT, FOLD ->
                wanted(cut(ReviewIndex.of(corpus.training()), corpus.training(), plan), corpus.training());
            case AUTO -> own.isPresent() ? other(own.get()) : usual(corpus.training(), plan);
        };
    }

    /** What a stream holds is gone after one reading. */
    public static CorpusPart checked(CorpusPart part) {
        if (part.isStream()) {
            throw new TrainingDataException(
                    "a training reads its corpus more than once, which a stream does not allow");
        }
        return part;
    }

    private static HeldReviews other(CorpusPart part) {
        return new HeldReviews(Optional.of(checked(part)), new BitSet());
    }

    /** Who asks for reviews to validate on must not go without; only a usual share may come to none. */
    private static HeldReviews wanted(HeldReviews held, CorpusPart part) {
        if (held.places.isEmpty()) {
            throw new TrainingDataException(Setting.VALIDATION + " must take reviews of " + part.name()
                    + " but is so little that it takes none");
        }
        return held;
    }

    private static HeldReviews usual(CorpusPart part, ValidationPlan plan) throws IOException {
        ReviewIndex index = ReviewIndex.of(part);
        boolean labelled = index.labels().stream().anyMatch(label -> !label.isEmpty());
        return labelled ? cut(index, part, plan) : NONE;
    }

    private static HeldReviews cut(ReviewIndex index, CorpusPart part, ValidationPlan plan) throws IOException {
        return new HeldReviews(Optional.empty(), places(index, plan, part.name()));
    }

    static BitSet places(ReviewIndex read, ValidationPlan plan, String name) throws IOException {
        ReviewIndex index = read;
        if (plan.groups().isPresent()) {
            Path file = plan.groups().get();
            index = read.with(GroupFile.read(file));
            if (!index.hasGroups()) {
                throw new TrainingDataException(file + ": expected ids of " + name + " but found none of them");
            }
        }
        boolean byGroup = plan.cutBy() == ValidationPlan.CutBy.GROUP
                || plan.cutBy() == ValidationPlan.CutBy.AUTO && index.hasGroups();
        if (byGroup && !index.hasGroups()) {
            throw new TrainingDataException(
                    Setting.CUT_BY + " group needs groups, but " + name + " names none: give " + Setting.GROUPS);
        }
        return plan.fold().isPresent()
                ? FoldCut.choose(index, plan.fold().get(), byGroup, plan.seed())
                : ValidationCut.choose(index, plan.amount(), byGroup, plan.seed());
    }
}
