/** Reading what is stored: pages of signals and decisions, and the running totals. */
@NullMarked
package io.strikewire.archive;

import org.jspecify.annotations.NullMarked;
