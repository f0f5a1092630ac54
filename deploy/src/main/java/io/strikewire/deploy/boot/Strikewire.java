package io.strikewire.deploy.boot;

import java.lang.reflect.InvocationTargetException;

/**
 * The first class of {@code strikewire.jar}; needs nothing but the JDK.
 *
 * <p>The application's class loader asks its parents first, and the system's loader is one of them.
 * So the launcher and its libraries live in a loader of their own, which the application never
 * sees.
 */
public final class Strikewire {

  private Strikewire() {}

  /** Starts the launcher in its own class loader. */
  public static void main(String[] arguments) throws Exception {
    ClassLoader launcher =
        new LauncherLoader(RuntimeFiles.jar(), ClassLoader.getSystemClassLoader());
    Thread.currentThread().setContextClassLoader(launcher);
    try {
      launcher
          .loadClass("io.strikewire.deploy.Launcher")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    } catch (InvocationTargetException failed) {
      throw failed.getCause() instanceof Exception cause ? cause : failed;
    }
  }
}
