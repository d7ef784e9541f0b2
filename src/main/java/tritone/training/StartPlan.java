package tritone.training;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tritone.model.LanguageModel;
import tritone.network.CellKind;
import tritone.network.CellSpec;
import tritone.network.LanguageModelShape;
import tritone.network.LevelShape;
import tritone.network.NetworkSpec;
import tritone.network.ParameterShape;
import tritone.vectors.VectorFile;
import tritone.vectors.WordVectors;
import tritone.vocabulary.Vocabulary;

/**
 * What a network begins with that was learnt before.
 *
 * @param vectors what the user calls word vectors
 * @param frozenVectors epochs in which words' vectors stay as they are
 * @param from what the user calls a language model
 * @param frozenCells epochs in which its cells stay as they are
 */
record StartPlan(Optional<String> vectors, int frozenVectors, Optional<String> from, int frozenCells) {
    static StartPlan of(Settings settings) {
        Optional<String> vectors = settings.unlessNone(Setting.VECTORS);
        Optional<String> from = settings.unlessNone(Setting.FROM);
        if (vectors.isPresent() && from.isPresent()) {
            throw new IllegalArgumentException(Setting.VECTORS + " must be none where " + Setting.FROM
                    + " is a language model, which has its own, but was " + vectors.get());
        }
        StartPlan plan = new StartPlan(
                vectors,
                settings.count(Setting.FREEZE_VECTORS),
                from,
                settings.text(Setting.FROM).isPresent() ? settings.count(Setting.FREEZE_CELLS) : 0);
        if (from.isEmpty() && plan.frozenCells > 0) {
            throw new IllegalArgumentException(
                    Setting.FREEZE_CELLS + " needs cells that have learnt: give " + Setting.FROM + " a language model");
        }
        if (vectors.isEmpty() && from.isEmpty() && plan.frozenVectors > 0) {
            throw new IllegalArgumentException(Setting.FREEZE_VECTORS + " needs vectors that were learnt: give "
                    + Setting.VECTORS + ", or " + Setting.FROM + " a language model");
        }
        return plan;
    }

    /** The weights that a network of this shape takes from a language model. */
    Map<String, float[]> weights(LanguageModel model, Vocabulary vocabulary, NetworkSpec network) {
        LanguageModelShape shape = model.shape();
        CellSpec cell = shape.cell();
        CellKind kind = CellKind.of(cell.variant());
        check(Setting.CELL, kind, kind == CellKind.of(network.cell().variant()));
        check(
                Setting.VARIANT,
                kind.name(cell.variant()),
                cell.variant() == network.cell().variant());
        check(
                Setting.VOCAB,
                "the language model's own",
                vocabulary.sha256().equals(model.vocabulary().sha256()));
        check(Setting.EMBEDDING, shape.embedding(), shape.embedding() == network.embedding());
        check(Setting.UNITS, cell.units(), cell.units() == network.cell().units());
        check(
                Setting.DIRECTION,
                cell.direction(),
                cell.direction() == network.cell().direction());
        check(
                Setting.NORMALISATION,
                cell.normalisation(),
                cell.normalisation() == network.cell().normalisation());
        Map<String, float[]> weights = new HashMap<>();
        weights.put(LanguageModelShape.VECTORS, model.weights().get(LanguageModelShape.VECTORS));
        for (ParameterShape parameter : shape.level().parameters()) {
            String name = LanguageModelShape.cellName(parameter.name());
            weights.put(name, model.weights().get(name));
        }
        return weights;
    }

    private void check(Setting setting, Object expected, boolean fits) {
        if (!fits) {
            throw new TrainingDataException(setting + " must be " + expected + " to begin with " + from.orElse("none"));
        }
    }

    /** The vectors that a network of this shape takes from a file: all of its words' that the file knows. */
    WordVectors vectors(VectorFile file, Vocabulary vocabulary, NetworkSpec network) throws IOException {
        int numbers = file.numbers(); // before all is read
        if (numbers != network.embedding()) {
            throw new TrainingDataException(
                    Setting.EMBEDDING + " must be " + numbers + " to begin with " + vectors.orElse("none"));
        }
        WordVectors read = file.read(vocabulary);
        if (read.coverage().words() == 0) {
            throw new TrainingDataException(vectors.orElse("none") + " has no vector of any word of the vocabulary");
        }
        return read;
    }

    /** The names of the weights that stay as they are in this epoch, the first one 0. */
    Set<String> frozen(NetworkSpec network, int epoch) {
        Set<String> names = new HashSet<>();
        if (epoch < frozenVectors) {
            names.add(LanguageModelShape.VECTORS);
        }
        if (epoch < frozenCells) {
            LevelShape lowest = network.level(0);
            lowest.parameters().forEach(parameter -> names.add(NetworkSpec.name(0, parameter.name())));
        }
        return names;
    }
}
