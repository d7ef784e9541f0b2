package tritone.cli;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.HelpCommand;

/** The first words that {@code tritone} knows, each with the command that it stands for. */
enum Subcommand {
    CORPUS(CorpusCommand::new),
    VOCAB(VocabCommand::new),
    TOKENS(TokensCommand::new),
    PRETRAIN(PretrainCommand::new),
    TRAIN(TrainCommand::new),
    CLASSIFY(args -> new ClassifyCommand(ModelsAhead.of(args, ClassifyCommand.DEFAULT_MODEL))),
    EVALUATE(EvaluateCommand::new),
    COMPARE(CompareCommand::new),
    MODEL(ModelCommand::new),
    REPRODUCE(ReproduceCommand::new),
    BENCHMARK(BenchmarkCommand::new),
    // Lambdas, since a reference to a constructor would load its class, which lies in no archive, in every command.
    COMPLETION(() -> new TritoneCommand.Completion()),
    HELP(() -> new HelpCommand());

    private final Function<String[], Object> factory;

    Subcommand(Supplier<Object> factory) {
        this(args -> factory.get());
    }

    Subcommand(Function<String[], Object> factory) {
        this.factory = factory;
    }

    /** The command, which may begin with what these arguments ask for. */
    Object create(String[] args) {
        return factory.apply(args);
    }

    /**
     * The commands that these arguments may mean. To set up all of them takes a third of the time that a short command runs;
     * where the first word settles which one is meant, the others are left out.
     */
    static Set<Subcommand> meantBy(String[] args) {
        String first = args.length == 0 ? "" : args[0];
        if (first.equals("--version") || first.equals("-V")) {
            return EnumSet.noneOf(Subcommand.class);
        }
        for (Subcommand command : EnumSet.range(CORPUS, BENCHMARK)) {
            if (command.toString().equals(first)) {
                return EnumSet.of(command);
            }
        }
        return EnumSet.allOf(Subcommand.class);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
