package bindcheck.spec.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server listens is a host, and a port if one likes. */
class EndpointTest {
  @Test
  void thePortCanBeLeftOut() {
    assertEquals(Optional.of(new Endpoint("a.example", 10997)), Endpoint.parse("a.example"));
  }

  @Test
  void anAddressOfVersion6IsInBrackets() {
    assertEquals(Optional.of(new Endpoint("[::1]", 4000)), Endpoint.parse("[::1]:4000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":1", "a b", "a:b", "a:0", "a:65536", "a:1/x", "me@a", "::1", "a?x"})
  void whatIsNeitherIsRefused(String text) {
    assertEquals(Optional.empty(), Endpoint.parse(text));
  }
}
