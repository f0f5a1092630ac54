package io.strikewire.deploy.server;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Payara Micro in this process, with the application as its root, and nothing else open. */
public final class MicroServer implements AutoCloseable {

  private static final String SERVER = "configs.config.server-config.";
  private static final String HTTP_THREADS = SERVER + "thread-pools.thread-pool.http-thread-pool.";

  /** Without it the data grid's port stays open even when the grid is off. */
  private static final String GRID_OFF =
      SERVER + "hazelcast-config-specific-configuration.enabled=false";

  /** A connection is kept for as many requests as its sender likes, not for 256. */
  private static final String KEPT_REQUESTS =
      "network-config.protocols.protocol.http-listener.http.max-connections=-1";

  /** Without TLS HTTP/2 has no use here, and the server loses parts of its bodies. */
  private static final String HTTP_1_ONLY =
      "network-config.protocols.protocol.http-listener.http.http2-enabled=false";

  private final PayaraMicroRuntime runtime;

  private MicroServer(PayaraMicroRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * Starts the server.
   *
   * @param unpacked the unpacked runtime
   * @param data the data directory; logs go there
   * @param grid the data grid to join, if any
   */
  public static MicroServer start(
      Path unpacked, Path data, String host, int port, Optional<DataGrid> grid)
      throws IOException, BootstrapException {
    Path logs = Files.createDirectories(data.resolve("logs"));
    List<String> settings = new ArrayList<>();
    settings.addAll(
        List.of(
            SERVER
                + "network-config.network-listeners.network-listener.http-listener.address="
                + host,
            SERVER + KEPT_REQUESTS,
            SERVER + HTTP_1_ONLY,
            HTTP_THREADS + "max-thread-pool-size=12",
            HTTP_THREADS + "min-thread-pool-size=4"));
    grid.ifPresent(DataGrid::bind);
    settings.addAll(grid.map(DataGrid::settings).orElse(List.of(GRID_OFF)));
    PayaraMicro.setUpackedJarDir(Files.createDirectories(unpacked.resolve("payara")).toFile());
    PayaraMicro.unpackJars();
    PayaraMicroRuntime runtime =
        PayaraMicro.getInstance()
            .setHttpPort(port)
            .setNoCluster(grid.isEmpty())
            .setNoHazelcast(grid.isEmpty())
            .setPrintLogo(false)
            .setUserLogFile(logs.resolve("strikewire.log").toString())
            .setPreBootHandler(boot -> settings.forEach(setting -> boot.run("set", setting)))
            .addDeployment(unpacked.resolve("app/ROOT.war").toString())
            .bootStrap();
    return new MicroServer(runtime);
  }

  /** Whether the application was deployed. */
  public boolean deployed() {
    return !runtime.getDeployedApplicationNames().isEmpty();
  }

  @Override
  public void close() throws BootstrapException {
    runtime.shutdown();
  }
}
