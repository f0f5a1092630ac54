package io.strikewire.deploy.server;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Payara Micro in this process, with the application as its root, and nothing else open. */
public final class MicroServer implements AutoCloseable {

  private static final String SERVER = "configs.config.server-config.";
  private static final String HTTP_THREADS = SERVER + "thread-pools.thread-pool.http-thread-pool.";

  private final PayaraMicroRuntime runtime;

  private MicroServer(PayaraMicroRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * Starts the server.
   *
   * @param unpacked the unpacked runtime
   * @param data the data directory; logs go there
   */
  public static MicroServer start(Path unpacked, Path data, String host, int port)
      throws IOException, BootstrapException {
    Path logs = Files.createDirectories(data.resolve("logs"));
    List<String> settings =
        List.of(
            SERVER
                + "network-config.network-listeners.network-listener.http-listener.address="
                + host,
            // Without it the data grid's port stays open even when the grid is off.
            SERVER + "hazelcast-config-specific-configuration.enabled=false",
            HTTP_THREADS + "max-thread-pool-size=12",
            HTTP_THREADS + "min-thread-pool-size=4");
    PayaraMicro.setUpackedJarDir(Files.createDirectories(unpacked.resolve("payara")).toFile());
    PayaraMicro.unpackJars();
    PayaraMicroRuntime runtime =
        PayaraMicro.getInstance()
            .setHttpPort(port)
            .setNoCluster(true)
            .setNoHazelcast(true)
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
