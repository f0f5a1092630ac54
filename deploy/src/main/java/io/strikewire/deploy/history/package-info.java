/** Market history from files. */
@NullMarked
package io.strikewire.deploy.history;

import org.jspecify.annotations.NullMarked;
