package bindcheck.spec.tlc;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMISocketFactory;

/**
 * Lets RMI listen at one address and one port, where by itself it listens at all addresses, and
 * read no objects but TLC's and Java's own: whoever reaches the port can send it any.
 */
final class OneAddress extends RMISocketFactory {
  private static final String READABLE =
      "tlc2.**;util.*;java.base/*;java.rmi/*;com.sun.proxy.*;jdk.proxy*;!*";

  private final InetAddress address;
  private final int port;

  private OneAddress(InetAddress address, int port) {
    this.address = address;
    this.port = port;
  }

  /**
   * From here on, for all of this Java machine.
   *
   * @param port the port, or 0 for any that is free
   */
  static void listen(InetAddress address, int port) throws IOException {
    System.setProperty("java.rmi.server.hostname", address.getHostAddress());
    ObjectInputFilter.Config.setSerialFilter(ObjectInputFilter.Config.createFilter(READABLE));
    setSocketFactory(new OneAddress(address, port));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return new Socket(host, port);
  }

  @Override
  public ServerSocket createServerSocket(int wanted) throws IOException {
    return new ServerSocket(wanted == 0 ? port : wanted, 0, address);
  }
}
