package tritone.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tritone.model.Model;
import tritone.model.ModelFolder;
import tritone.tensors.Tensor;
import tritone.training.Course;
import tritone.training.TrainingPlan;

/** How large models are. */
public final class Sizes {
    private static final ContenderFindings.Size UNKNOWN = new ContenderFindings.Size(0, 0, OptionalLong.empty());

    private Sizes() {}

    /** Of the first of these runs; all have about the same. */
    static ContenderFindings.Size of(Contender contender, List<RunOutcome> done) {
        Optional<RunOutcome.Done> first =
                done.stream().flatMap(outcome -> outcome.done().stream()).findFirst();
        return first.map(run -> size(contender.plan(), run)).orElse(UNKNOWN);
    }

    private static ContenderFindings.Size size(TrainingPlan plan, RunOutcome.Done run) {
        Model model = run.model();
        OptionalLong training = model.architecture().network().isEmpty()
                ? OptionalLong.empty()
                : StatedMemory.of(
                        plan,
                        model.architecture().network().get(),
                        Course.of(
                                        plan.network().orElseThrow().loop(),
                                        model.training().trainingReviews())
                                .batch());
        return new ContenderFindings.Size(parameters(model), ModelFolder.bytes(run.folder()), training);
    }

    /** Numbers that a model has learnt. */
    public static long parameters(Model model) {
        return model.architecture()
                .network()
                .map(StatedMemory::parameters)
                .orElseGet(() -> model.weights().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("pairs")) // which words a weight is for
                        .mapToLong(entry -> numbers(entry.getValue()))
                        .sum());
    }

    private static long numbers(Tensor tensor) {
        return tensor.shape().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }
}
