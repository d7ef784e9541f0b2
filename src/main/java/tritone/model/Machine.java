package tritone.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where something was computed. */
public record Machine(String java, String system, String cpu, int processors) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** The one that this runs on. */
    public static Machine here() {
        return new Machine(
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                processor(),
                Runtime.getRuntime().availableProcessors());
    }

    /** Its name where Linux tells it. */
    private static String processor() {
        if (Files.isReadable(CPU_INFO)) {
            try (Stream<String> lines = Files.lines(CPU_INFO)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown");
            } catch (IOException e) {
                return "unknown";
            }
        }
        return "unknown";
    }
}
