package tritone.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Hands exceptions to {@link Failures}. A class, since method references to picocli's types lie in no archive of classes. */
final class FailureHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {
    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        return Failures.wrongUsage(mistake, args);
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return Failures.failed(failure, command, parsed);
    }
}
