package io.strikewire.deploy.backup;

/** A file that is not the backup it should be; nothing was changed because of it. */
public final class DamagedBackup extends RuntimeException {

  /** With what is wrong. */
  public DamagedBackup(String why) {
    super("the backup is damaged: " + why);
  }
}
