/** The market context: how a report is read, and how long it stays fresh. */
@NullMarked
package io.strikewire.context;

import org.jspecify.annotations.NullMarked;
