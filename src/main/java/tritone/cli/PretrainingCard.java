package tritone.cli;

import java.util.Locale;
import tritone.model.CorpusSource;
import tritone.model.Machine;
import tritone.model.Software;
import tritone.pretraining.PretrainingText;

/** What the cards of everything that is pre-trained have in common. */
final class PretrainingCard {
    private PretrainingCard() {}

    /** A row that says what was used. */
    static String maker() {
        Machine machine = Machine.here();
        return String.format(
                Locale.ROOT,
                "| made with | Tritone %s, %s, %s |\n",
                Software.here().tritone(),
                machine.java(),
                inCell(machine.cpu()));
    }

    /** The command that was typed, and what it read. */
    static String origin(String command, PretrainingText text) {
        StringBuilder origin = new StringBuilder("\n```sh\n")
                .append(command.replaceAll("\\p{Cc}", " "))
                .append("\n```\n\n| read | for | SHA-256 |\n|---|---|---|\n");
        for (CorpusSource source : text.sources()) {
            origin.append(String.format(
                    Locale.ROOT, "| %s | %s | `%s` |\n", inCell(source.name()), source.use(), source.sha256()));
        }
        return origin.toString();
    }

    /** Names come from elsewhere: whatever is in them, the table stays one. */
    static String inCell(String text) {
        return text.replaceAll("\\p{Cc}", " ").replace("|", "\\|");
    }
}
