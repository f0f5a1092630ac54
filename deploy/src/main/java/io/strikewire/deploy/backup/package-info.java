/**
 * Backups: every table of the database in one snapshot, in one compressed file that says what is in
 * it; and their way back, all of it or nothing.
 */
@NullMarked
package io.strikewire.deploy.backup;

import org.jspecify.annotations.NullMarked;
