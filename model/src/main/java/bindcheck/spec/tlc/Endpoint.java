package bindcheck.spec.tlc;

import bindcheck.file.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/** Where the server of TLC's distributed mode listens: one address, one port. */
public record Endpoint(String host, int port) {
  private static final int DEFAULT_PORT = 10997; // TLC's
  private static final int HIGHEST_PORT = 65_535;
  private static final int PATIENCE_MS = 10_000;

  /** Reads {@code HOST} or {@code HOST:PORT}; empty where it is neither. */
  public static Optional<Endpoint> parse(String text) {
    try {
      URI uri = new URI("rmi://" + text);
      boolean isMore = !text.equals(uri.getAuthority()) || uri.getUserInfo() != null;
      if (uri.getHost() == null || isMore) {
        return Optional.empty();
      }
      int port = uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort();
      return Optional.of(new Endpoint(uri.getHost(), port)).filter(Endpoint::hasPort);
    } catch (URISyntaxException isNeither) {
      return Optional.empty();
    }
  }

  private boolean hasPort() {
    return port >= 1 && port <= HIGHEST_PORT;
  }

  /**
   * The address, at which a server can listen now.
   *
   * @throws InputException where there is none
   */
  InetAddress vacant() {
    InetAddress address = address();
    if (address.isAnyLocalAddress()) {
      throw new InputException(this + ": expected one address of this machine");
    }
    try (ServerSocket socket = new ServerSocket(port, 0, address)) {
      return socket.getInetAddress();
    } catch (IOException e) {
      throw new InputException(this + ": " + e.getMessage());
    }
  }

  /**
   * The address by which this machine reaches a server that listens now.
   *
   * @throws InputException where none does
   */
  InetAddress near() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address(), port), PATIENCE_MS);
      return socket.getLocalAddress();
    } catch (IOException e) {
      throw new InputException(this + ": no model is served here: " + e.getMessage());
    }
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new InputException("unknown host '" + host + "'");
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
