package io.strikewire.config;

import java.util.List;
import java.util.Map;

/**
 * One module's settings as they are in force, for the check at start and for whoever reads them.
 */
public interface SettingsSection {

  /** One line for each value that was refused; the service does not start unless all are empty. */
  List<String> problems();

  /** Every setting of the module with the text in force. Holds no secrets. */
  Map<String, String> effective();
}
