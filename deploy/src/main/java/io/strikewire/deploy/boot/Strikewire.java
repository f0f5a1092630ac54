package io.strikewire.deploy.boot;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * The first class of {@code strikewire.jar}; needs nothing but the JDK.
 *
 * <p>The application's class loader asks its parents first, and the system's loader is one of them.
 * So the launcher and its libraries live in a loader of their own, which the application never
 * sees.
 */
public final class Strikewire {

  /** The launcher's exit code for a mistake of whoever starts it. */
  private static final int USAGE = 2;

  private Strikewire() {}

  /** Starts the launcher in its own class loader. */
  public static void main(String[] arguments) throws Exception {
    Optional<String> mistake = ClassCache.mistake(RuntimeFiles.jar());
    if (mistake.isPresent()) {
      System.err.println(
          mistake.get()
              + ": write it anew with archive.sh, or start without the option that names it");
      System.exit(USAGE);
    }
    ClassLoader launcher = new LauncherLoader(RuntimeFiles.jar(), ServerPath.jarAlone());
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
