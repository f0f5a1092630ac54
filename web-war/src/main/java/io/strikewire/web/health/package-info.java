/** Whether the service can work: checks of its parts and the verdict over all. */
@NullMarked
package io.strikewire.web.health;

import org.jspecify.annotations.NullMarked;
