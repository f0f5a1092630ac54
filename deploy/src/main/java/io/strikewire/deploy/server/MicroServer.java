package io.strikewire.deploy.server;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import io.strikewire.deploy.boot.RuntimeFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Payara Micro in this process, with the application as its root, and nothing else open. */
public final class MicroServer implements AutoCloseable {

  private static final String SERVER = "configs.config.server-config.";
  private static final String HTTP_THREADS = SERVER + "thread-pools.thread-pool.http-thread-pool.";
  private static final String LISTENER =
      SERVER + "network-config.network-listeners.network-listener.http-listener.";

  /** Without it the data grid's port stays open even when the grid is off. */
  private static final String GRID_OFF =
      SERVER + "hazelcast-config-specific-configuration.enabled=false";

  private static final String HTTP = "network-config.protocols.protocol.http-listener.http.";

  private static final String GUARD = "io.strikewire.deploy.framing.grizzly.FramingGuard";

  private final PayaraMicroRuntime runtime;
  private final AdminCommandRunner commands;

  private MicroServer(PayaraMicroRuntime runtime, AdminCommandRunner commands) {
    this.runtime = runtime;
    this.commands = commands;
  }

  /**
   * Starts the server and deploys the application; nobody is let in yet.
   *
   * @param grid the data grid to join, if any
   * @param ready waits until the application can be deployed; what it throws ends the start, and
   *     the server with it
   */
  public static MicroServer start(
      RuntimeFiles files, Address address, Optional<DataGrid> grid, Runnable ready)
      throws IOException, BootstrapException {
    List<String> settings = new ArrayList<>();
    settings.addAll(
        List.of(
            LISTENER + "address=" + address.host(),
            // Before the application is there, the server would answer in its place.
            LISTENER + "enabled=false",
            // A connection is kept for as many requests as its sender likes, not for 256.
            SERVER + HTTP + "max-connections=-1",
            // Nobody needs to know what we are made of.
            SERVER + HTTP + "server-header=false",
            // The guard takes the place of this add-on, and reads HTTP/1 only.
            SERVER + HTTP + "comet-support-enabled=true",
            SERVER + HTTP + "http2-enabled=false",
            // The application's descriptors are ours, and Payara Server validates the same ones.
            SERVER + "admin-service.das-config.deploy-xml-validation=none",
            HTTP_THREADS + "max-thread-pool-size=12",
            HTTP_THREADS + "min-thread-pool-size=4"));
    grid.ifPresent(DataGrid::bind);
    settings.addAll(grid.map(DataGrid::settings).orElse(List.of(GRID_OFF)));
    AtomicReference<AdminCommandRunner> commands = new AtomicReference<>();
    PayaraMicroRuntime runtime =
        ServerLibraries.boot(files)
            .setHttpPort(address.port())
            .setNoCluster(grid.isEmpty())
            .setNoHazelcast(grid.isEmpty())
            .setPrintLogo(false)
            .setPreBootHandler(boot -> settings.forEach(setting -> boot.run("set", setting)))
            .setPostBootHandler(
                booted -> {
                  commands.set(booted);
                  ready.run();
                })
            .addDeployment(files.application().toString())
            .bootStrap();
    guard(runtime.getClass().getClassLoader());
    return new MicroServer(runtime, commands.get());
  }

  /** Before the listener opens, so that no request comes past the guard. */
  private static void guard(ClassLoader server) throws IOException {
    ClassLoader loader = RuntimeFiles.ownClassesSeeing(server);
    try {
      ((Runnable) loader.loadClass(GUARD).getConstructor().newInstance()).run();
    } catch (ReflectiveOperationException incomplete) {
      throw new IOException("the framing guard cannot be put in place", incomplete);
    }
  }

  /** Lets requests in. */
  public void open() {
    ClusterCommandResult result = commands.run("set", LISTENER + "enabled=true");
    if (result.getExitStatus() != ExitStatus.SUCCESS) {
      throw new IllegalStateException(
          "the listener does not open: " + result.getOutput(), result.getFailureCause());
    }
  }

  @Override
  public void close() throws BootstrapException {
    runtime.shutdown();
  }
}
