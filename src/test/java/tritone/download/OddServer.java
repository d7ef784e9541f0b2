package tritone.download;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A server on this machine that answers one request per connection, each as it was told to, byte by byte. */
public final class OddServer implements Closeable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final List<Map<String, String>> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<Answer> answers;

    /** Writes what it likes; the connection is closed after it. */
    public interface Answer {
        void write(Map<String, String> headers, OutputStream out) throws IOException, InterruptedException;
    }

    /** The last answer is given for ever. */
    public OddServer(Answer... answers) throws IOException {
        this.answers = List.of(answers);
        Thread thread = new Thread(this::serve, "odd-server");
        thread.setDaemon(true);
        thread.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/films/archive.tar.gz");
    }

    /** The headers of each request so far, names in lower case; "path" is what was asked for. */
    public List<Map<String, String>> requests() {
        return List.copyOf(requests);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> answer(connection), "odd-answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            Map<String, String> headers = new TreeMap<>();
            String first = in.readLine();
            if (first == null) {
                return;
            }
            headers.put("path", first.split(" ")[1]);
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                String[] sides = line.split(": ", 2);
                headers.put(sides[0].toLowerCase(Locale.ROOT), sides[1]);
            }
            int number;
            synchronized (requests) {
                number = requests.size();
                requests.add(headers);
            }
            answers.get(Math.min(number, answers.size() - 1)).write(headers, connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException | InterruptedException e) {
            // The other side has gone, which tests do on purpose.
        }
    }

    /** The beginning of an answer. */
    public static void head(OutputStream out, int status, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " so\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** A good server: pieces if they are asked for and the version is still the same. */
    public static Answer good(byte[] content, String tag) {
        return (headers, out) -> {
            String range = headers.get("range");
            if (range == null || !tag.equals(headers.getOrDefault("if-range", tag))) {
                whole(content, "ETag: " + tag).write(headers, out);
                return;
            }
            int from = Integer.parseInt(range.replaceAll("\\D", ""));
            head(
                    out,
                    206,
                    "ETag: " + tag,
                    "Content-Length: " + (content.length - from),
                    "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            out.write(content, from, content.length - from);
        };
    }

    /** All, whatever was asked for. */
    public static Answer whole(byte[] content, String... headers) {
        return first(content, content.length, content.length, headers);
    }

    /** So many bytes of the content, and the word that it were {@code said}. */
    public static Answer first(byte[] content, int bytes, int said, String... headers) {
        return (request, out) -> {
            String[] all = new String[headers.length + 1];
            System.arraycopy(headers, 0, all, 0, headers.length);
            all[headers.length] = "Content-Length: " + said;
            head(out, 200, all);
            out.write(content, 0, bytes);
        };
    }

    /** Says nothing of how much comes. */
    public static Answer unmeasured(byte[] content) {
        return (request, out) -> {
            head(out, 200);
            out.write(content);
        };
    }

    public static Answer status(int status, String... headers) {
        return (request, out) -> head(out, status, headers);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
