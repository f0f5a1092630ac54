/** The chain of the audit log: how a record is tied to the one before, and how a break is named. */
@NullMarked
package io.strikewire.audit.chain;

import org.jspecify.annotations.NullMarked;
