package tritone.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLHandshakeException;

/** Asks servers for a file, or for the rest of one. What may go well another time is an {@link IOException}. */
final class WebSource {
    private static final int MOST_REDIRECTIONS = 5;
    private static final long TICK_MILLIS = 50;
    private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final Patience patience;
    private final BooleanSupplier stop;

    WebSource(Patience patience, BooleanSupplier stop) {
        this.patience = patience;
        this.stop = stop;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER) // it would let https lead to this machine
                .connectTimeout(patience.answer())
                .proxy(ProxySelector.getDefault())
                .build();
    }

    /** The answer to a request for what follows {@code offset}; all, if what is there is no longer what it was. */
    WebAnswer get(URI from, long offset, Optional<String> version) throws IOException {
        URI address = from;
        for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = send(request(address, offset, version));
            ArrivingBytes body = new ArrivingBytes();
            response.body().subscribe(body);
            WebAnswer answer = new WebAnswer(response.statusCode(), response.headers(), body);
            if (!ELSEWHERE.contains(answer.status())) {
                return answer;
            }
            body.close();
            address = next(address, answer);
        }
        throw new DownloadException(from + ": leads elsewhere more than " + MOST_REDIRECTIONS + " times");
    }

    private HttpRequest request(URI address, long offset, Optional<String> version) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience.answer())
                .header("Accept-Encoding", "identity"); // bytes as they lie there, since they are counted
        if (offset > 0) {
            request.header("Range", "bytes=" + offset + "-");
            version.ifPresent(known -> request.header("If-Range", known));
        }
        return request.build();
    }

    private static URI next(URI address, WebAnswer answer) {
        String location = answer.header("Location").orElse("");
        URI next;
        try {
            next = address.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new DownloadException(address + ": leads to no address, " + location);
        }
        if (!WebAddress.mayLead(address, next)) {
            throw new DownloadException(address + ": leads to " + next + ", which is not followed");
        }
        return next;
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
        while (!stop.getAsBoolean()) {
            try {
                return answer.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Not yet; the request has a timeout of its own.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (ExecutionException e) {
                throw failure(request.uri(), e.getCause());
            }
        }
        answer.cancel(true);
        throw new CancellationException();
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpRequest request) throws IOException {
        return send(request, BodyHandlers.ofPublisher());
    }

    private IOException failure(URI address, Throwable cause) {
        if (cause instanceof SSLHandshakeException failed) {
            String failure = "no secure connection: " + failed.getMessage();
            if (failed.getCause() instanceof CertificateException) {
                throw new DownloadException(address + ": " + failure);
            }
            return new IOException(failure, cause);
        }
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            return new IOException("no connection to " + address.getHost(), cause);
        }
        if (cause instanceof HttpTimeoutException) {
            return new IOException("no answer for " + patience.answer().toMillis() / 1000.0 + " s", cause);
        }
        return new IOException("the connection broke off", cause);
    }
}
