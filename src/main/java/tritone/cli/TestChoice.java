package tritone.cli;

import java.io.IOException;
import java.util.Optional;
import tritone.comparison.TestReviews;
import tritone.corpus.Corpus;
import tritone.corpus.CorpusPart;
import tritone.corpus.ReadingOptions;
import tritone.corpus.Split;
import tritone.training.HeldReviews;
import tritone.training.Setting;
import tritone.training.TrainingPlan;
import tritone.training.ValidationPlan;

/** Which reviews a comparison is made on, as it was typed. */
record TestChoice(String typed) {
    static final String AUTO = "auto";
    static final String VALIDATION = "validation";

    /** The reviews, for contenders that follow plans like this one. */
    TestReviews of(TrainingPlan plan, boolean folds, PlanSources sources) throws IOException {
        ReadingOptions reading = sources.reading(plan);
        Corpus corpus = CorpusNames.open(plan.settings().text(Setting.CORPUS).orElseThrow(), reading);
        HeldReviews.checked(corpus.training());
        boolean named = !typed.equals(AUTO) && !typed.equals(VALIDATION);
        if (named) {
            return new TestReviews(TestReviews.Kind.TEST, EvaluatedPart.FIRST.of(CorpusNames.open(typed, reading)));
        }
        Optional<CorpusPart> own = corpus.part(Split.TEST);
        return typed.equals(AUTO) && own.isPresent() && !folds
                ? new TestReviews(TestReviews.Kind.TEST, own.get())
                : new TestReviews(TestReviews.Kind.VALIDATION, validation(corpus, plan.validation(), reading));
    }

    private static CorpusPart validation(Corpus corpus, ValidationPlan plan, ReadingOptions reading)
            throws IOException {
        return HeldReviews.of(corpus, PlanSources.validation(plan, reading), plan)
                .part()
                .orElseGet(corpus::training);
    }
}
