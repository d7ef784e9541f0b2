package tritone.cli;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import tritone.model.LanguageModel;
import tritone.model.LanguageModelFolder;
import tritone.network.CellKind;
import tritone.training.Setting;

/** Finds a language model by the name of a folder in {@code models/} or by its folder. */
final class LanguageModels {
    private LanguageModels() {}

    static LanguageModel read(String name) throws IOException {
        return LanguageModelFolder.read(Home.find("models", name));
    }

    /** Adds to settings that name a language model what follows from it, unless it was said. */
    static void complete(Map<Setting, String> settings) throws IOException {
        Optional<String> from = Optional.ofNullable(settings.get(Setting.FROM)).filter(name -> !name.equals("none"));
        if (from.isEmpty()) {
            return;
        }
        LanguageModel model = read(from.get());
        CellKind kind = CellKind.of(model.shape().cell().variant());
        settings.putIfAbsent(Setting.CELL, kind.toString());
        if (settings.get(Setting.CELL).strip().equals(kind.toString())) { // else that is what will be refused
            settings.putIfAbsent(Setting.VARIANT, kind.name(model.shape().cell().variant()));
            settings.putIfAbsent(
                    Setting.UNITS, Integer.toString(model.shape().cell().units()));
            settings.putIfAbsent(
                    Setting.DIRECTION, model.shape().cell().direction().toString());
            settings.putIfAbsent(
                    Setting.EMBEDDING, Integer.toString(model.shape().embedding()));
        }
        settings.putIfAbsent(Setting.VOCAB, Home.find("models", from.get()).toString());
        settings.putIfAbsent(Setting.CHAIN, model.vocabulary().chain().toString());
    }
}
