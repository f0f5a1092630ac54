/** The check of a stored audit log, as commands call it. */
@NullMarked
package io.strikewire.audit.store;

import org.jspecify.annotations.NullMarked;
