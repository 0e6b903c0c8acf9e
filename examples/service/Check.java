// Checks a report by the service: java Check.java report.docx (Java 11 and later, no libraries)

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

class Check {
    public static void main(String[] files) throws Exception {
        String service = System.getenv().getOrDefault("OGI_SERVICE", "http://127.0.0.1:8080");
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/check"))
            .header("Content-Type", "application/octet-stream")
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofFile(Path.of(files[0])))
            .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        // 200: CheckResult, anything else: Problem; classes for both can be generated from /openapi.json
        System.out.println(response.statusCode() + " " + response.body());
        System.exit(response.statusCode() == 200 ? 0 : 1);
    }
}
